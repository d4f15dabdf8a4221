namespace BatterySim.Bms.Instrument
{
    /// <summary>The instrument: takes lines of SCPI, carries them out, keeps errors and status.</summary>
    /// <remarks>
    /// A line is checked as a whole before any of it is carried out: a line that is refused changes nothing and leaves its reason in the queue.
    /// Nothing is allocated for a line beyond its answer.
    /// </remarks>
    public sealed class CommandInterpreter
    {
        private const int ReplyCapacity = 128;

        private readonly Simulator _simulator;
        private ErrorQueue _errors = new ErrorQueue();
        private StatusRegisters _status = new StatusRegisters();
        private readonly TextBuffer _reply = new TextBuffer(ReplyCapacity, false);
        private readonly StagedSettings _staged = new StagedSettings();
        private readonly ScpiRunner _runner;
        private ISettingsStore _store = new MemorySettingsStore();
        private IInstrumentHost _host;
        private IBoardCommands _board;
        private LineBuffer _line;
        private TextBuffer _answer;
        private bool _isRecalling;

        /// <summary>Makes the instrument of a simulator.</summary>
        public CommandInterpreter(Simulator simulator)
        {
            _simulator = simulator;
            _runner = new ScpiRunner(simulator, this, _staged, _reply);
        }

        /// <summary>Errors that nobody has read yet; while a line is carried out those of its sender.</summary>
        public ErrorQueue Errors { get { return _errors; } }

        /// <summary>Status registers; while a line is carried out those of its sender.</summary>
        public StatusRegisters Status { get { return _status; } }

        /// <summary>Where *SAV keeps settings.</summary>
        public ISettingsStore Store { get { return _store; } set { _store = value; } }

        /// <summary>What the home of the simulator can do; null where it can do nothing.</summary>
        public IInstrumentHost Host { get { return _host; } set { _host = value; } }

        /// <summary>What the firmware of a board adds to the commands; null on a PC.</summary>
        public IBoardCommands Board { get { return _board; } set { _board = value; } }

        /// <summary>True while *RCL brings settings back; a bank that is built then is awake.</summary>
        public bool IsRecalling { get { return _isRecalling; } }

        /// <summary>Carries out one line.</summary>
        /// <returns>The answers to its queries, with semicolons between them; empty where there are none or the line is refused.</returns>
        public string Execute(string line)
        {
            // A board's console brings its own.
            _line = _line ?? new LineBuffer();
            _line.Clear();
            for (int index = 0; index < line.Length && !_line.IsTooLong; index++)
            {
                // What is not a byte must not turn into one by losing its upper half.
                _line.Feed(line[index] == '\n' ? (byte)1 : line[index] > 255 ? (byte)255 : (byte)line[index]);
            }

            return Execute(_line);
        }

        /// <summary>Carries out a line that was collected.</summary>
        public string Execute(LineBuffer line)
        {
            _answer = _answer ?? new TextBuffer(ReplyCapacity, true);
            Execute(line, _answer);
            string answer = _answer.Take();
            _answer.Shrink();
            return answer;
        }

        /// <summary>Carries out a line that was collected; the answers go out piece by piece, so that a board needs no room for a long one.</summary>
        /// <param name="line">The line.</param>
        /// <param name="sink">Takes the answers to its queries, with semicolons between them.</param>
        /// <returns>True if there was an answer.</returns>
        public bool Execute(LineBuffer line, ITextSink sink)
        {
            if (line.IsTooLong)
            {
                RecordError(ScpiError.TooMuchData, "the line has more than 512 characters");
                return false;
            }

            _reply.Begin(null);
            Begin();
            if (!_runner.Run(line.Text, line.Length, true) || !IsStagedWell())
            {
                return false;
            }

            _reply.Begin(sink);
            Begin();
            StatusCommands.Update(_simulator, this);
            if (_runner.Run(line.Text, line.Length, false))
            {
                _staged.Commit(_simulator);
                if (_board != null)
                {
                    _board.Commit();
                }
            }

            bool hasAnswer = !_reply.IsEmpty;
            _reply.Flush();
            return hasAnswer;
        }

        /// <summary>Carries out a line for a sender with an error queue and status registers of its own.</summary>
        internal string Execute(LineBuffer line, ErrorQueue errors, StatusRegisters status)
        {
            ErrorQueue sharedErrors = _errors;
            StatusRegisters sharedStatus = _status;
            _errors = errors;
            _status = status;
            try
            {
                return Execute(line);
            }
            finally
            {
                _errors = sharedErrors;
                _status = sharedStatus;
            }
        }

        /// <summary>Puts an error into the queue.</summary>
        public void RecordError(int number, string detail)
        {
            _status.Record(ScpiError.EventBitOf(number));
            _errors.Add(number).Add(detail);
        }

        /// <summary>Makes a runner whose answers go elsewhere.</summary>
        internal ScpiRunner CreateRunner(StagedSettings staged, TextBuffer reply)
        {
            staged.Begin(_simulator);
            return new ScpiRunner(_simulator, this, staged, reply);
        }

        /// <summary>Goes through the lines of a place of the store, as if they stood in the line under way.</summary>
        internal bool RunStored(int place, bool isChecking)
        {
            if (!_store.BeginRead(place))
            {
                return false;
            }

            _isRecalling = true;
            char[] text = new char[SettingsWriter.LineMax];
            ScpiRunner runner = new ScpiRunner(_simulator, this, _staged, _reply);
            int length = _store.ReadLine(text);
            while (length >= 0 && runner.Run(text, length, isChecking))
            {
                length = _store.ReadLine(text);
            }

            _isRecalling = false;
            return length < 0;
        }

        private void Begin()
        {
            _staged.Begin(_simulator);
            if (_board != null)
            {
                _board.Begin();
            }
        }

        private bool IsStagedWell()
        {
            string problem = _staged.FindProblem();
            problem = problem == null && _board != null ? _board.FindProblem() : problem;
            if (problem != null)
            {
                RecordError(ScpiError.SettingsConflict, problem);
            }

            return problem == null;
        }
    }
}
