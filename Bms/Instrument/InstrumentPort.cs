namespace BatterySim.Bms.Instrument
{
    /// <summary>One client of the instrument: its half-typed line, and the answer to its last one.</summary>
    public sealed class InstrumentPort
    {
        private readonly CommandInterpreter _instrument;
        private readonly LineBuffer _line = new LineBuffer();
        private readonly ErrorQueue _errors;
        private readonly StatusRegisters _status;

        /// <summary>Makes a port that shares the instrument's error queue and status registers.</summary>
        public InstrumentPort(CommandInterpreter instrument)
            : this(instrument, false)
        {
        }

        /// <summary>Makes a port.</summary>
        /// <param name="instrument">What carries its lines out.</param>
        /// <param name="hasOwnStatus">True for an error queue and status registers of its own, so that nobody else reads its errors.</param>
        public InstrumentPort(CommandInterpreter instrument, bool hasOwnStatus)
        {
            _instrument = instrument;
            _errors = hasOwnStatus ? new ErrorQueue() : instrument.Errors;
            _status = hasOwnStatus ? new StatusRegisters() : instrument.Status;
        }

        /// <summary>Takes one byte; a line feed has the line carried out.</summary>
        /// <returns>The answer without line feed; empty where there is none.</returns>
        public string Feed(byte value)
        {
            if (!_line.Feed(value))
            {
                return "";
            }

            string reply = _instrument.Execute(_line, _errors, _status);
            _line.Clear();
            return reply;
        }
    }
}
