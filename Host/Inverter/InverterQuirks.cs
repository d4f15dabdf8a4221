using BatterySim.Bms.Protocol;

namespace BatterySim.Host.Inverter
{
    /// <summary>What inverters of this family do differently from each other or from the papers; may be changed while the inverter runs.</summary>
    /// <remarks>Each says what it rests on: documented, field (reported by someone, mostly of a Deye) or assumed. See docs/inverter.md.</remarks>
    public sealed class InverterQuirks : LiveSettings
    {
        /// <summary>Longest time of a setting here, ms.</summary>
        public const int TimeMaxMilliseconds = 60_000;

        /// <summary>True to take only frames of eight bytes. Documented (Sol-Ark CAN V1.3) and contradicted in the field; default off.</summary>
        public bool StrictEightBytes { get; set => Set(ref field, value); }

        /// <summary>Unit in which it reads the voltage in 0x356. Field: 0.01 V; Sol-Ark CAN V1.3 alone prints 0.1 V.</summary>
        public VoltageScale VoltageScale { get; set => Set(ref field, value); } = VoltageScale.Centivolt;

        /// <summary>Sign with which it reads the current in 0x356. Field: positive charges; Sol-Ark CAN V1.3: "varies by maker".</summary>
        public CurrentSign CurrentSign { get; set => Set(ref field, value); } = CurrentSign.ChargePositive;

        /// <summary>Bit of 0x35C that it takes for a forced charge. Documented: both, under swapped numbers; field: bit 4.</summary>
        public ForceChargeBits ForceChargeBit { get; set => Set(ref field, value); } = ForceChargeBits.Both;

        /// <summary>Frames that it must have received before it works with the battery. Assumed: no paper names them.</summary>
        public BatteryFrames MandatoryFrames { get; set => Set(ref field, value); } = BatteryFrames.Least;

        /// <summary>
        /// True if the silence of a single mandatory frame counts as the battery's silence; false if any frame of a battery breaks it.
        /// Assumed: off.
        /// </summary>
        public bool WatchesEveryMandatoryFrame { get; set => Set(ref field, value); }

        /// <summary>
        /// True if silence counts from power-up, so that F58 comes 10 s after it with a bank that has not spoken yet. Field: an inverter
        /// set to lithium before its cable is plugged alarms. False: only a bank that has spoken can fall silent.
        /// </summary>
        public bool CountsSilenceFromPowerUp { get; set => Set(ref field, value); } = true;

        /// <summary>True if F58 that came before the first frame stays until the inverter is restarted. Field, disputed; default off.</summary>
        public bool EarlyFaultNeedsRestart { get; set => Set(ref field, value); }

        /// <summary>
        /// True if neither CCL 0 nor a withdrawn charge enable stops a charge, only SOC 100 % and the voltage. Field (Deye, BYD protocol);
        /// default off.
        /// </summary>
        public bool ZeroCclIgnored { get; set => Set(ref field, value); }

        /// <summary>True if neither DCL 0 nor a withdrawn discharge enable stops a discharge while there is no grid. Field; default off.</summary>
        public bool ZeroDclIgnored { get; set => Set(ref field, value); }

        /// <summary>Charge current beyond CCL, permille of it. Field: one report of 126 A where 108 A were asked for; default 0.</summary>
        public int CclOvershootPermille { get; set => Set(ref field, value); }

        /// <summary>
        /// True if a CVL below the bank's voltage makes the inverter discharge down to it, into the grid where selling is allowed.
        /// Field (Deye 12K); default on.
        /// </summary>
        public bool ExportsAboveCvl { get; set => Set(ref field, value); } = true;

        /// <summary>Voltage above CVL from which that happens, mV. Field: about 200 mV.</summary>
        public int ExportMarginMillivolts { get; set => Set(ref field, value); } = 200;

        /// <summary>True if the limits that stood before go on when CVL is impossible (0.1 V for "off"). Field (Deye); default on.</summary>
        public bool ImpossibleCvlKeepsLimits { get; set => Set(ref field, value); } = true;

        /// <summary>CVL below which it is taken for impossible, mV. Assumed: 40 V, where Deye's battery range begins.</summary>
        public int CvlMinMillivolts { get; set => Set(ref field, value); } = 40_000;

        /// <summary>True to warn (W31) of an impossible CVL or voltage. Field (Deye), not confirmed on Sol-Ark; default on.</summary>
        public bool WarnsOfImpossibleValues { get; set => Set(ref field, value); } = true;

        /// <summary>Lowest voltage in 0x356 that is taken for possible, mV. Assumed.</summary>
        public int VoltageMinMillivolts { get; set => Set(ref field, value); } = 30_000;

        /// <summary>Highest voltage in 0x356 that is taken for possible, mV. Assumed.</summary>
        public int VoltageMaxMillivolts { get; set => Set(ref field, value); } = 70_000;

        /// <summary>Time for which it must have been impossible before W31, ms. Field: "a short time"; the number is assumed.</summary>
        public int WarningDelayMilliseconds { get; set => Set(ref field, value); } = 5_000;

        /// <summary>True if CCL 0 raises F56. Field: one report; default off.</summary>
        public bool FaultsOnZeroCcl { get; set => Set(ref field, value); }

        /// <summary>DCL from which F58 is raised, mA; 0 for never. Field: 150 A on high-voltage Deye; default 0.</summary>
        public int FaultDclMilliamps { get; set => Set(ref field, value); }

        /// <summary>
        /// Power with which the full-charge request (0x35C bit 3) charges from the grid, W; 0: it is shown and nothing else. Field: 500 W
        /// on a LuxPower, nothing on an EG4; default 0.
        /// </summary>
        public int FullChargeWatts { get; set => Set(ref field, value); }

        /// <summary>True if the inverter acts on its own count of the charge rather than on the BMS's SOC. Field (Deye); default off.</summary>
        public bool UsesOwnSoc { get; set => Set(ref field, value); }

        /// <summary>
        /// True if its own Absorption, Float and Equalise voltages lower the charge voltage below CVL; false if CVL alone counts in
        /// closed loop. Assumed: on.
        /// </summary>
        public bool OwnVoltagesCount { get; set => Set(ref field, value); } = true;

        /// <summary>Whether it answers 0x356 at all. Documented that it does; in the field some never do.</summary>
        public bool AnswersMeasurements { get; set => Set(ref field, value); } = true;

        /// <summary>Time from the end of a 0x356 to its 0x305, ms, 0 to 60000. Assumed: no capture of a Sol-Ark shows it.</summary>
        public int AnswerDelayMilliseconds { get; set => Set(ref field, value); } = 5;

        /// <summary>Time between two 0x305 that it sends unasked, ms; 0 for none. Pylontech V1.2 says "every second"; default 0.</summary>
        public int PollPeriodMilliseconds { get; set => Set(ref field, value); }

        /// <summary>True if every two hours, counted from midnight, it is too busy to answer for a while. Field (Deye); default off.</summary>
        public bool LateReplies { get; set => Set(ref field, value); }

        /// <summary>How long it then answers nothing, ms. Field: more than 3 s; the number is assumed.</summary>
        public int LateMilliseconds { get; set => Set(ref field, value); } = 3_500;

        /// <summary>How long it answers nothing at midnight, ms. Field: more than 5 s; the number is assumed.</summary>
        public int MidnightLateMilliseconds { get; set => Set(ref field, value); } = 5_500;

        /// <summary>Says in one sentence why these quirks cannot be used; null if they can.</summary>
        public string? FindProblem()
        {
            return FindTimeProblem("answer delay", AnswerDelayMilliseconds)
                ?? FindTimeProblem("poll period", PollPeriodMilliseconds)
                ?? FindTimeProblem("warning delay", WarningDelayMilliseconds)
                ?? FindTimeProblem("late moment", LateMilliseconds)
                ?? FindTimeProblem("late moment of midnight", MidnightLateMilliseconds)
                ?? SettingRange.Check("CCL overshoot", CclOvershootPermille, 0, 1000, "permille")
                ?? SettingRange.Check("export margin", ExportMarginMillivolts, 0, 10_000, "mV")
                ?? SettingRange.Check("lowest CVL", CvlMinMillivolts, 0, InverterSettings.VoltageMaxMillivolts, "mV")
                ?? SettingRange.Check("lowest voltage", VoltageMinMillivolts, 0, InverterSettings.VoltageMaxMillivolts, "mV")
                ?? SettingRange.Check("highest voltage", VoltageMaxMillivolts, 0, 1_000_000, "mV")
                ?? SettingRange.Check("DCL that is a fault", FaultDclMilliamps, 0, InverterSettings.LimitMaxMilliamps, "mA")
                ?? SettingRange.Check("full-charge power", FullChargeWatts, 0, InverterSettings.PowerMaxWatts, "W");
        }

        private static string? FindTimeProblem(string what, int milliseconds) =>
            SettingRange.Check(what, milliseconds, 0, TimeMaxMilliseconds, "ms");
    }
}
