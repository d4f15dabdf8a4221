using System;
using System.Globalization;
using System.IO;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Stack;

namespace BatterySim.Host.Twin
{
    /// <summary>Writes what a session's bank does, one row for each simulated second, as comma-separated values with a heading.</summary>
    /// <remarks>
    /// A limit of a battery is empty while its BMS does not run; SOC, voltages and temperature are those of the simulated cells.
    /// The bank's columns from <c>soc_percent</c> to <c>modules_online</c> are what the master claims, empty while nobody speaks;
    /// <c>bank_volts</c> and <c>bank_amps</c> are measured at the terminals. Flags are the numbers of <see cref="BatterySim.Bms.BmsFlags"/>.
    /// </remarks>
    public sealed class CsvRecorder
    {
        private const int PeriodMilliseconds = 1000;

        private readonly TwinSession _session;
        private readonly TextWriter _output;
        private char[] _row = new char[256];
        private int _length;
        private long _nextMilliseconds;

        /// <summary>Writes the heading; the first row is that of the session's present second.</summary>
        /// <param name="session">What is recorded.</param>
        /// <param name="output">Where to; the caller closes it.</param>
        public CsvRecorder(TwinSession session, TextWriter output)
        {
            _session = session;
            _output = output;
            _nextMilliseconds = (session.NowMilliseconds + PeriodMilliseconds - 1) / PeriodMilliseconds * PeriodMilliseconds;
            BatteryCount = session.Simulator.Bank.Count;
            WriteHeading();
        }

        /// <summary>Batteries that the heading has columns for; rows of a bank of another number are cut or filled with empty ones.</summary>
        public int BatteryCount { get; }

        /// <summary>Rows written so far, the heading not counted.</summary>
        public long RowCount { get; private set; }

        /// <summary>Writes the rows that are due; to be told by <see cref="TwinSession.Stepped"/>.</summary>
        /// <param name="milliseconds">Simulated time that was reached.</param>
        public void Observe(long milliseconds)
        {
            while (milliseconds >= _nextMilliseconds)
            {
                WriteRow(_nextMilliseconds / PeriodMilliseconds);
                _nextMilliseconds += PeriodMilliseconds;
            }
        }

        private void WriteHeading()
        {
            _output.Write(
                "seconds,bank_volts,bank_amps,soc_percent,cvl_volts,ccl_amps,dcl_amps,protections,alarms,modules_online");
            for (int battery = 1; battery <= BatteryCount; battery++)
            {
                foreach (string column in (ReadOnlySpan<string>)[
                    "soc_percent", "volts", "amps", "degrees", "cell_min_volts", "cell_max_volts", "ccl_amps", "dcl_amps", "state"])
                {
                    _output.Write(string.Create(CultureInfo.InvariantCulture, $",b{battery}_{column}"));
                }
            }

            _output.WriteLine();
        }

        private void WriteRow(long second)
        {
            BatteryBank bank = _session.Simulator.Bank;
            BankReport report = _session.Simulator.Report;
            bool isSpeaking = _session.Simulator.Schedule.IsRunning && _session.Simulator.IsOutputOn;
            _length = 0;
            second.TryFormat(Room(), out _length, default, CultureInfo.InvariantCulture);
            Write(bank.VoltageMillivolts, 1000, 3);
            Write(bank.CurrentMilliamps, 1000, 3);
            WriteClaim(isSpeaking, report.SocPermille, 10, 1);
            WriteClaim(isSpeaking, report.ChargeVoltageLimitMillivolts, 1000, 1);
            WriteClaim(isSpeaking, report.ChargeCurrentLimitMilliamps, 1000, 1);
            WriteClaim(isSpeaking, report.DischargeCurrentLimitMilliamps, 1000, 1);
            WriteClaim(isSpeaking, report.Protections, 1, 0);
            WriteClaim(isSpeaking, report.Alarms, 1, 0);
            WriteClaim(isSpeaking, report.ModulesOnline, 1, 0);
            for (int index = 0; index < BatteryCount; index++)
            {
                if (index < bank.Count)
                {
                    WriteBattery(bank.ModuleAt(index), bank.CurrentOf(index));
                }
                else
                {
                    Put(",,,,,,,,,");
                }
            }

            _output.Write(_row, 0, _length);
            _output.WriteLine();
            RowCount++;
        }

        private void WriteBattery(BatteryModule battery, int milliamps)
        {
            bool isRunning = battery.IsRunning;
            Write(battery.SocPermille, 10, 1);
            Write(battery.VoltageMillivolts, 1000, 3);
            Write(milliamps, 1000, 3);
            Write(battery.TemperatureDecidegrees, 10, 1);
            Write(battery.CellMinMillivolts, 1000, 3);
            Write(battery.CellMaxMillivolts, 1000, 3);
            WriteClaim(isRunning, battery.ChargeCurrentLimitMilliamps, 1000, 1);
            WriteClaim(isRunning, battery.DischargeCurrentLimitMilliamps, 1000, 1);
            Put(",");
            Put(NameOf(battery.Power.State));
        }

        private static string NameOf(PowerState state) => state switch
        {
            PowerState.Running => "running",
            PowerState.Starting => "starting",
            PowerState.Asleep => "asleep",
            _ => "off",
        };

        private void WriteClaim(bool isSpeaking, int value, int divisor, int digits)
        {
            if (isSpeaking && value != BankReport.Unknown)
            {
                Write(value, divisor, digits);
            }
            else
            {
                Put(",");
            }
        }

        private void Write(int value, int divisor, int digits)
        {
            Put(",");
            _length += FixedText.Format(value, divisor, digits, Room());
        }

        private void Put(string text)
        {
            text.CopyTo(Room());
            _length += text.Length;
        }

        private Span<char> Room()
        {
            if (_row.Length - _length < FixedText.LengthMax)
            {
                Array.Resize(ref _row, _row.Length * 2);
            }

            return _row.AsSpan(_length);
        }
    }
}
