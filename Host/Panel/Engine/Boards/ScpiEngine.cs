using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Engine.Pictures;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Panel.Engine.Boards
{
    /// <summary>A bench that is seen through its instrument alone, such as a board at a serial port: asked for one thing after the other.</summary>
    /// <remarks>A picture holds of each part what was answered last. Frames on the bus are not seen, only what the instrument says of them.</remarks>
    public sealed class ScpiEngine : IPanelEngine
    {
        private const string NeedsTwin =
            "This bench is seen through its instrument only; scenarios run on it with 'batterysim scenario run --scpi ADDRESS --can PORT'.";
        private const string BankQuery =
            "BANK:PROF?;:BANK:DIAL?;:BANK:CAD?;:OUTP?;:LOAD?;:BANK:VOLT?;:BANK:CURR?;:BANK:SOC?;:BANK:ONL?;:BANK:MAST?;:SYST:TIME?";
        private const string LinkQuery = "INV:STAT?;COUN?;AGE?;INT?;HIST?;:BUS:STAT?;ERR?;:FAUL:COUN?;:BANK:DIAL:ORD?";
        private const string BatteryQuery =
            "DIP?;BRE?;STAT?;ADDR?;VOLT?;CURR?;SOC?;TEMP?;CMAX?;CMIN?;LIM?;PROT?;ALAR?;CAN?;RST?;REPL?;CANP?;FET:CHAR?;DISC?";
        private const int Milli = 1000;
        private const int Deci = 10;
        private const int FaultsInALine = 8;

        private static readonly TimeSpan EventPeriod = TimeSpan.FromSeconds(3);

        private readonly Func<string, (string Answer, string? Error)> _ask;
        private readonly SortedDictionary<int, BatteryPicture> _batteries = [];
        private readonly Dictionary<uint, FramePicture> _frames = [];
        private readonly SortedDictionary<int, FaultPicture> _faults = [];
        private readonly List<EventPicture> _events = [];
        private readonly Queue<Action> _turn = new();
        private readonly int _places = new Bms.Faults.FaultPlan().WindowCount;
        private readonly RegisterPictures? _registers;
        private BankPicture _bank = new(
            "", "", "", false, 0, Unknown, Unknown, Unknown, Unknown, Unknown, Unknown, Unknown, Unknown, Unknown, 0, 0, 0, 0);
        private BusPicture _bus = new("", Unknown, Unknown, 0, 0, "waiting", 0, -1, -1, -1, -1, []);
        private uint[] _order = [];
        private int _count = 1;
        private long _now;
        private double _speed = 1;
        private long _eventsAsked;
        private (long Milliseconds, string Text) _lastEvent = (-1, "");
        private long _eventCount;

        /// <summary>Makes one.</summary>
        /// <param name="ask">Has a line carried out: its answer, and its error or null. May throw; then the caller of a member sees it.</param>
        /// <param name="kind">What it is.</param>
        /// <param name="registers">A real inverter on its bus; null for none.</param>
        public ScpiEngine(Func<string, (string Answer, string? Error)> ask, BenchKind kind, RegisterPictures? registers = null)
        {
            _registers = registers;
            _ask = ask;
            Kind = kind;
        }

        private static int Unknown => int.MinValue;

        /// <inheritdoc/>
        public BenchKind Kind { get; }

        /// <inheritdoc/>
        public bool IsWatched { get; set; }

        /// <summary>Asks for the next part, while somebody watches.</summary>
        public bool Pass()
        {
            if (!IsWatched)
            {
                return false;
            }

            if (_turn.Count == 0)
            {
                Plan();
            }

            _turn.Dequeue()();
            return true;
        }

        /// <inheritdoc/>
        public BenchPicture TakePicture()
        {
            BankPicture bank = _bank with
            {
                SohPermille = Sent("sohPercent", Deci),
                TemperatureDecidegrees = Sent("temperatureCelsius", Deci),
                ChargeVoltageLimitMillivolts = Sent("chargeVoltageLimitVolts", Milli),
                DischargeVoltageLimitMillivolts = Sent("dischargeVoltageLimitVolts", Milli),
                ChargeCurrentLimitMilliamps = Sent("chargeCurrentLimitAmps", Milli),
                DischargeCurrentLimitMilliamps = Sent("dischargeCurrentLimitAmps", Milli),
            };
            FramePicture[] frames = [.. _order.Where(_frames.ContainsKey).Select(id => _frames[id])];
            return new BenchPicture(_now, _speed, bank, [.. _batteries.Values], frames, _bus, [.. _faults.Values], _registers?.Of(bank), null, null);
        }

        /// <inheritdoc/>
        public IReadOnlyList<EventPicture> ConsumeEvents()
        {
            EventPicture[] taken = [.. _events];
            _events.Clear();
            return taken;
        }

        /// <inheritdoc/>
        public IReadOnlyList<BusFramePicture> ConsumeFrames() => [];

        /// <inheritdoc/>
        public Func<BenchReply> Execute(PanelRequest request)
        {
            ArgumentNullException.ThrowIfNull(request);
            if (request.Verb != PanelVerb.Line)
            {
                return () => new BenchReply(request.First, "", NeedsTwin);
            }

            (string answer, string? error) = _ask(request.First.ReplaceLineEndings(" "));

            // What was changed is looked at next.
            _turn.Clear();
            return () => new BenchReply(request.First, answer, error);
        }

        // What the bank reports besides is in the frames that it sends, and in no query.
        private int Sent(string signal, int factor)
        {
            SignalPicture? found = _frames.Values.SelectMany(static frame => frame.Signals).FirstOrDefault(one => one.Name == signal);
            return found is null ? Unknown : AnswerReader.Scaled(found.Value, factor);
        }

        private void Plan()
        {
            _turn.Enqueue(AskBank);
            _turn.Enqueue(AskLink);
            for (int number = 1; number <= _count; number++)
            {
                int battery = number;
                _turn.Enqueue(() => AskBattery(battery));
                if (number % 4 == 0)
                {
                    _turn.Enqueue(AskBank);
                }
            }

            foreach (uint id in _order)
            {
                _turn.Enqueue(() => AskFrame(id));
            }

            for (int place = 0; _faults.Count > 0 && place < _places; place += FaultsInALine)
            {
                int first = place;
                _turn.Enqueue(() => AskFaults(first));
            }

            if (_eventsAsked == 0 || Stopwatch.GetElapsedTime(_eventsAsked) >= EventPeriod)
            {
                _turn.Enqueue(AskEvents);
                _turn.Enqueue(AskSpeed);
            }
        }

        // A board goes with the clock on the wall.
        private void AskSpeed()
        {
            if (Kind == BenchKind.Twin && double.TryParse(_ask("SYST:SPE?").Answer, NumberStyles.Float, CultureInfo.InvariantCulture, out double speed))
            {
                _speed = speed;
            }
        }

        private AnswerReader? Ask(string line, int count)
        {
            (string answer, string? error) = _ask(line);
            AnswerReader reader = new(answer);
            return error == null && reader.Has(count) ? reader : null;
        }

        private void AskBank()
        {
            if (Ask(BankQuery, 11) is not { } read)
            {
                return;
            }

            IReadOnlyList<string> product = read.Fields();
            _count = product.Count > 1 ? Math.Max(1, AnswerReader.Scaled(product[1], 1)) : _count;
            _bank = _bank with
            {
                Profile = product[0],
                Dialect = read.Text(),
                Cadence = read.Text() switch { "POLL" => "poll", "BOTH" => "both", _ => "broadcast" },
                IsOutputOn = read.IsOn(),
                LoadWatts = read.Number(1),
                VoltageMillivolts = read.Number(Milli),
                CurrentMilliamps = read.Number(Milli),
                SocPermille = read.Number(Deci),
                ModulesOnline = read.Number(1),
                Master = read.Number(1),
            };
            _now = read.Number(Milli);
            foreach (int gone in _batteries.Keys.Where(number => number > _count).ToArray())
            {
                _batteries.Remove(gone);
            }
        }

        private void AskLink()
        {
            if (Ask(LinkQuery, 9) is not { } read)
            {
                return;
            }

            string state = read.Text() switch { "ALIV" => "alive", "LATE" => "late", "LOST" => "lost", _ => "waiting" };
            int count = read.Number(1);
            int age = read.Number(Milli);
            int[] interval = read.Numbers(Milli);
            IReadOnlyList<string> classes = read.Fields();
            string bus = read.Text() switch { "ACT" => "error-active", "WARN" => "error-warning", "PASS" => "error-passive", _ => "bus-off" };
            int[] errors = read.Numbers(1);
            int faults = read.Number(1);
            _order = [.. read.Fields().Select(IdOf)];
            _bus = new BusPicture(
                bus, At(errors, 0), At(errors, 1), _frames.Values.Sum(static frame => frame.Sent) + count, 0, state, count, age == Unknown ? -1 : age,
                Period(interval, 0), Period(interval, 1), Period(interval, 2),
                [.. Enumerable.Range(0, classes.Count / 2).Select(index => new HistogramClass(
                    classes[2 * index] == "INF" ? int.MaxValue : AnswerReader.Scaled(classes[2 * index], Milli),
                    AnswerReader.Scaled(classes[(2 * index) + 1], 1)))]);
            if (faults == 0)
            {
                _faults.Clear();
            }
            else if (_faults.Count == 0)
            {
                AskFaults(0, _places);
            }
        }

        private void AskBattery(int number)
        {
            bool isLast = number == _count;
            string query = string.Create(CultureInfo.InvariantCulture, $"MOD{number}:{(isLast ? "" : "LINK?;")}{BatteryQuery}");
            if (Ask(query, isLast ? 19 : 20) is not { } read)
            {
                return;
            }

            bool isLinked = !isLast && read.IsOn();
            int dip = read.Number(1);
            bool isBreakerOn = read.IsOn();
            string state = read.Text() switch { "RUNN" => "running", "STAR" => "starting", "ASL" => "asleep", _ => "off" };
            int address = read.Number(1);
            int voltage = read.Number(Milli);
            int current = read.Number(Milli);
            int soc = read.Number(Deci);
            int temperature = read.Number(Deci);
            int cellMax = read.Number(Milli);
            int cellMin = read.Number(Milli);
            int[] limits = read.Numbers(Milli);
            int protections = read.Number(1);
            int alarms = read.Number(1);
            bool isCanIn = read.IsOn();
            bool isHeld = read.Text() is not ("0" or "");
            string reply = read.Text();
            bool hasOther = read.Text() != "PYL";
            bool canCharge = read.IsOn();
            bool canDischarge = read.IsOn();

            // Which switch counts one is a thing of the front, which no query tells; four switches as on most products.
            _batteries[number] = new BatteryPicture(
                number, dip, 4, true, isBreakerOn, state, address, voltage, current, soc, temperature, cellMax, cellMin, At(limits, 0), At(limits, 1),
                protections, alarms, number == _bank.Master, isLinked, isCanIn, isHeld, !canCharge, !canDischarge, false, reply, hasOther, false);
        }

        private void AskFrame(uint id)
        {
            if (Ask(string.Create(CultureInfo.InvariantCulture, $"FRAM{id:X3}:SENT?;FAIL?;WITH?;AGE?;PER?;BYT?;SIGN?"), 7) is not { } read)
            {
                return;
            }

            int sent = read.Number(1);
            int failed = read.Number(1);
            int withheld = read.Number(1);
            int age = read.Number(Milli);
            int[] period = read.Numbers(Milli);
            string data = read.Text().Trim('"').Split('#')[^1];
            IReadOnlyList<string> fields = read.Fields();
            byte[] bytes = sent > 0 && !data.StartsWith('R') ? Convert.FromHexString(data) : [];
            FramePicture? before = _frames.GetValueOrDefault(id);
            byte[]? old = before is { Sent: > 0 } ? Convert.FromHexString(before.Bytes.Replace(" ", "", StringComparison.Ordinal)) : null;
            _frames[id] = new FramePicture(
                id, FrameBytes.Text(bytes), FrameBytes.Changed(old, bytes), sent, failed, withheld, sent > 0 && age != Unknown ? age : -1,
                Period(period, 0), Period(period, 1), Period(period, 2),
                [.. Enumerable.Range(0, fields.Count / 2).Select(index => new SignalPicture(
                    fields[2 * index], fields[(2 * index) + 1],
                    before != null && before.Signals.Any(signal => signal.Name == fields[2 * index] && signal.Value != fields[(2 * index) + 1])))]);
        }

        private void AskFaults(int first) => AskFaults(first, Math.Min(FaultsInALine, _places - first));

        private void AskFaults(int first, int count)
        {
            for (int start = first; start < first + count; start += FaultsInALine)
            {
                int length = Math.Min(FaultsInALine, first + count - start);
                string query = string.Join(";:", Enumerable.Range(start, length).Select(static place => FaultHeaders.Of(place).Header + "?"));
                AnswerReader? read = Ask(query, length);
                for (int place = start; read != null && place < start + length; place++)
                {
                    RecordFault(place, read.Text());
                }
            }
        }

        private void RecordFault(int place, string answer)
        {
            (string header, SettingRow row) = FaultHeaders.Of(place);
            IReadOnlyList<string> fields = ScpiFields.Split(answer);
            if (answer is "OFF" or "")
            {
                _faults.Remove(place);
                return;
            }

            int starts = fields.Count >= row.ParameterCount + 2 ? AnswerReader.Scaled(fields[^2], Milli) : 0;
            int left = fields.Count >= row.ParameterCount + 2 ? AnswerReader.Scaled(fields[^1], Milli) : Unknown;
            _faults[place] = new FaultPicture(
                header, string.Join(",", fields.Take(row.ParameterCount)), Math.Max(0, starts), left is > 0 ? left : null);
        }

        private void AskEvents()
        {
            _eventsAsked = Stopwatch.GetTimestamp();
            IReadOnlyList<string> fields = ScpiFields.Split(_ask("EVEN:ALL?").Answer);
            var all = Enumerable.Range(0, fields.Count / 2)
                .Select(index => ((long)AnswerReader.Scaled(fields[2 * index], Milli), fields[(2 * index) + 1])).ToList();
            foreach ((long milliseconds, string text) in all.Skip(all.LastIndexOf(_lastEvent) + 1))
            {
                _events.Add(new EventPicture(_eventCount++, milliseconds, text));
                _lastEvent = (milliseconds, text);
            }
        }

        private static uint IdOf(string text)
        {
            string digits = text.Replace("#H", "", StringComparison.Ordinal);
            return uint.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint id) ? id : 0;
        }

        private static int At(int[] numbers, int place) => place < numbers.Length ? numbers[place] : Unknown;

        private static int Period(int[] numbers, int place) => place < numbers.Length && numbers[place] != Unknown ? numbers[place] : -1;
    }
}
