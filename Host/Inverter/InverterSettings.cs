using BatterySim.Bms.Can;

namespace BatterySim.Host.Inverter
{
    /// <summary>How the virtual inverter is built and set up.</summary>
    public sealed class InverterSettings
    {
        /// <summary>Charge limit of a Sol-Ark 12K, mA (its 2021 manual, page 42).</summary>
        public const int SolArk12KLimitMilliamps = 185_000;

        /// <summary>Most that a setting of this kind may be, mA.</summary>
        public const int LimitMaxMilliamps = 2_000_000;

        /// <summary>Longest delay of an answer, ms.</summary>
        public const int AnswerDelayMaxMilliseconds = 60_000;

        /// <summary>"Max A charge": the inverter's own charge limit, mA, 0 or more.</summary>
        public int ChargeLimitMilliamps { get; set; } = SolArk12KLimitMilliamps;

        /// <summary>"Max A discharge": the inverter's own discharge limit, mA, 0 or more.</summary>
        public int DischargeLimitMilliamps { get; set; } = SolArk12KLimitMilliamps;

        /// <summary>Current that the grid gives to a charge that the bank asks for (0x35C bit 4 or 5), mA, 0 or more.</summary>
        public int GridChargeLimitMilliamps { get; set; } = SolArk12KLimitMilliamps;

        /// <summary>"BMS_Err_Stop": stop with F58 when the battery falls silent; otherwise go on with the last values.</summary>
        public bool StopsOnBmsError { get; set; } = true;

        /// <summary>Unit in which the inverter reads the voltage in 0x356.</summary>
        public VoltageScale VoltageScale { get; set; } = VoltageScale.Centivolt;

        /// <summary>Sign with which the inverter reads the current in 0x356.</summary>
        public CurrentSign CurrentSign { get; set; } = CurrentSign.ChargePositive;

        /// <summary>True to take only frames of eight bytes, as Sol-Ark CAN V1.3 says; inverters in the field take short ones too.</summary>
        public bool StrictEightBytes { get; set; }

        /// <summary>Whether the inverter answers 0x356 at all; some never do.</summary>
        public bool AnswersMeasurements { get; set; } = true;

        /// <summary>Time from the end of a 0x356 to the inverter's 0x305, ms, 0 to 60000. Assumed: no capture of a Sol-Ark shows it.</summary>
        public int AnswerDelayMilliseconds { get; set; } = 5;

        /// <summary>Time between two 0x305 that the inverter sends unasked, ms; 0 for none. Pylontech V1.2 says "every second".</summary>
        public int PollPeriodMilliseconds { get; set; }

        /// <summary>Fastest change of the current, mA a second, 1 or more. Assumed.</summary>
        public int SlewMilliampsPerSecond { get; set; } = 200_000;

        /// <summary>Says in one sentence why these settings cannot be used; null if they can.</summary>
        public string? FindFault()
        {
            return FindLimitFault("charge limit", ChargeLimitMilliamps)
                ?? FindLimitFault("discharge limit", DischargeLimitMilliamps)
                ?? FindLimitFault("grid charge limit", GridChargeLimitMilliamps)
                ?? FindTimeFault("answer delay", AnswerDelayMilliseconds)
                ?? FindTimeFault("poll period", PollPeriodMilliseconds)
                ?? (SlewMilliampsPerSecond < 1 ? $"slew {SlewMilliampsPerSecond} mA/s is below 1 mA/s." : null);
        }

        private static string? FindLimitFault(string what, int milliamps)
        {
            return milliamps is < 0 or > LimitMaxMilliamps ? $"{what} {milliamps} mA is outside 0 to {LimitMaxMilliamps} mA." : null;
        }

        private static string? FindTimeFault(string what, int milliseconds)
        {
            return milliseconds is < 0 or > AnswerDelayMaxMilliseconds
                ? $"{what} {milliseconds} ms is outside 0 to {AnswerDelayMaxMilliseconds} ms."
                : null;
        }
    }
}
