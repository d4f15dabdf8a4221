using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Stack;

namespace BatterySim.Host.Twin
{
    /// <summary>Writes what a session's bank does, one row for each simulated second, as comma-separated values with a heading.</summary>
    /// <remarks>
    /// The columns from <c>socPercent</c> to <c>modulesOnline</c> are what the master claims, named as in the message catalogue and empty
    /// while nobody speaks; <c>terminalVolts</c> and <c>terminalAmps</c> are measured at the terminals. Flags are the numbers of
    /// <see cref="BatterySim.Bms.BmsFlags"/>.
    /// A limit of a battery is empty while its BMS does not run; SOC, voltages and temperature are those of the simulated cells.
    /// </remarks>
    public sealed class CsvRecorder
    {
        private const int PeriodMilliseconds = 1000;

        private static readonly string[] BatteryColumns =
        [
            "socPercent", "volts", "amps", "temperatureCelsius", "cellMinVolts", "cellMaxVolts",
            "chargeCurrentLimitAmps", "dischargeCurrentLimitAmps", "state",
        ];

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

        /// <summary>Columns of what the master claims: signals of the message catalogue, and its two words of flags.</summary>
        public static IReadOnlyList<string> ReportColumns { get; } =
        [
            "socPercent", "chargeVoltageLimitVolts", "chargeCurrentLimitAmps", "dischargeCurrentLimitAmps", "protections", "alarms", "modulesOnline",
        ];

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
            _output.Write("seconds,terminalVolts,terminalAmps,");
            _output.Write(string.Join(',', ReportColumns));
            for (int battery = 1; battery <= BatteryCount; battery++)
            {
                foreach (string column in BatteryColumns)
                {
                    _output.Write(string.Create(CultureInfo.InvariantCulture, $",battery{battery}_{column}"));
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
