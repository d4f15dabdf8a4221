using System.Collections.Generic;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Language.Forms;

namespace BatterySim.Host.Scenarios.Language.Keys
{
    /// <summary>Every key of the inverter: its menus, what is connected to it, and what a hand can do to it.</summary>
    internal static class InverterKeys
    {
        /// <summary>Key of the cable between bank and inverter, on the inverter's side.</summary>
        public const string Cable = "cable";

        /// <summary>Key of the recorder's cable: it is in the twin whatever the scenario, and acknowledges as a USB adapter does.</summary>
        public const string Recorder = "recorder";

        /// <summary>Key of the inverter's switch.</summary>
        public const string Power = "power";

        private static readonly ValueForm Amps = Form.Quantity(QuantityKind.Current, 0, 2000);
        private static readonly ValueForm Volts = Form.Quantity(QuantityKind.Voltage, 0, 100);
        private static readonly ValueForm Share = Form.Quantity(QuantityKind.Share, 0, 100);
        private static readonly ValueForm Watts = Form.Quantity(QuantityKind.Power, -1_000_000, 1_000_000);
        private static readonly ValueForm Source = Form.Quantity(QuantityKind.Power, 0, 1_000_000);
        private static readonly ValueForm Seconds = Form.Quantity(QuantityKind.Time, 0, 3600);
        private static readonly ValueForm Minute = Form.Quantity(QuantityKind.Time, 0, 60);

#pragma warning disable IDE0055
        /// <summary>Settings and sources.</summary>
        public static IReadOnlyList<InverterKey> Settings { get; } =
        [
            new("model",            "The model, which limits the current.", Form.OneOf("5K", "8K", "12K", "15K"), (s, v) => s.Model = InverterModels.All[v.Int], s => (int)s.Model) { IsSetupOnly = true },
            new("max-a-charge",     "Max A charge: own charge limit. Standard: the model's.", Amps, (s, v) => s.ChargeLimitMilliamps = v.Int, s => s.ChargeLimitMilliamps),
            new("max-a-discharge",  "Max A discharge: own discharge limit. Standard: the model's.", Amps, (s, v) => s.DischargeLimitMilliamps = v.Int, s => s.DischargeLimitMilliamps),
            new("grid-charge",      "Grid Charge: on or off, or the current that the grid gives to a charge (which switches it on).", Form.Or(Amps, "on", "off"), SetGridCharge, s => s.GridChargeEnabled ? 0 : 1),
            new("grid-charge-a",    "Grid Charge A: current that the grid gives to a charge, without switching Grid Charge on.", Amps, (s, v) => s.GridChargeLimitMilliamps = v.Int, s => s.GridChargeLimitMilliamps),
            new("start",            "Start %: SOC at which a grid charge begins.", Share, (s, v) => s.GridChargeStartPermille = Permille(v), s => s.GridChargeStartPermille * 100L),
            new("start-v",          "Start V: the same by voltage.", Volts, (s, v) => s.GridChargeStartMillivolts = v.Int, s => s.GridChargeStartMillivolts),
            new("grid-charge-end",  "A grid or generator charge ends when the battery accepts this share of Batt Capacity in A, or less.", Share, (s, v) => s.GridChargeEndPermille = Permille(v), s => s.GridChargeEndPermille * 100L),
            new("time-of-use",      "Time of Use: the grid charges in the interval with the Charge tick only, and up to its SOC.", Form.Switch, (s, v) => s.TimeOfUse = v.IsOn, s => s.TimeOfUse ? 1 : 0),
            new("tou-from",         "Start of the interval with the Charge tick, as time after midnight.", Form.Quantity(QuantityKind.Time, 0, 86_399), (s, v) => s.TimeOfUseFromMinutes = v.Int / 60_000, s => s.TimeOfUseFromMinutes * 60_000L),
            new("tou-to",           "End of that interval; the same as its start for none.", Form.Quantity(QuantityKind.Time, 0, 86_400), (s, v) => s.TimeOfUseToMinutes = v.Int / 60_000, s => s.TimeOfUseToMinutes * 60_000L),
            new("tou-soc",          "SOC at which a charge in that interval ends.", Share, (s, v) => s.TimeOfUseSocPermille = Permille(v), s => s.TimeOfUseSocPermille * 100L),
            new("absorption-v",     "Absorption V.", Volts, (s, v) => s.AbsorptionMillivolts = v.Int, s => s.AbsorptionMillivolts),
            new("float-v",          "Float V.", Volts, (s, v) => s.FloatMillivolts = v.Int, s => s.FloatMillivolts),
            new("equalise-v",       "Equalise V.", Volts, (s, v) => s.EqualiseMillivolts = v.Int, s => s.EqualiseMillivolts),
            new("equalise-days",    "Days between two equalisations.", Form.Count(1, 365), (s, v) => s.EqualiseDays = v.Int, s => s.EqualiseDays),
            new("equalise-hours",   "Hours that an equalisation takes; 0 for never.", Form.Count(0, 100), (s, v) => s.EqualiseHours = v.Int, s => s.EqualiseHours),
            new("equalise-elapsed", "Hours since the last equalisation at power-up.", Form.Count(0, 8760), (s, v) => s.EqualiseElapsedHours = v.Int, s => s.EqualiseElapsedHours),
            new("shutdown",         "Shutdown %: at this SOC or below the battery feeds nothing.", Share, (s, v) => s.ShutdownPermille = Permille(v), s => s.ShutdownPermille * 100L),
            new("low-batt",         "Low Batt %: an alarm at this SOC or below.", Share, (s, v) => s.LowBatteryPermille = Permille(v), s => s.LowBatteryPermille * 100L),
            new("restart",          "Restart %: after a shutdown the battery feeds again from this SOC on.", Share, (s, v) => s.RestartPermille = Permille(v), s => s.RestartPermille * 100L),
            new("shutdown-v",       "Shutdown V.", Volts, (s, v) => s.ShutdownMillivolts = v.Int, s => s.ShutdownMillivolts),
            new("low-batt-v",       "Low Batt V.", Volts, (s, v) => s.LowBatteryMillivolts = v.Int, s => s.LowBatteryMillivolts),
            new("restart-v",        "Restart V.", Volts, (s, v) => s.RestartMillivolts = v.Int, s => s.RestartMillivolts),
            new("bms-err-stop",     "BMS_Err_Stop: stop with F58 when the battery falls silent; off: go on with the last values.", Form.Switch, (s, v) => s.StopsOnBmsError = v.IsOn, s => s.StopsOnBmsError ? 1 : 0),
            new("bms-lithium-batt", "BMS Lithium Batt 00: on, the inverter works with the BMS; off, by its own settings.", Form.Switch, (s, v) => s.UsesBms = v.IsOn, s => s.UsesBms ? 1 : 0),
            new("activate-battery", "Activate Battery: with it on F25 comes when there is no battery.", Form.Switch, (s, v) => s.ActivatesBattery = v.IsOn, s => s.ActivatesBattery ? 1 : 0),
            new("battery-capacity", "Batt Capacity.", Form.Quantity(QuantityKind.Charge, 1, 100_000), (s, v) => s.BatteryCapacityAmpereHours = Thousands(v), s => s.BatteryCapacityAmpereHours * 1000L),
            new("batt-mode",        "Use Batt % or Use Batt V: by what the charge is judged without a BMS.", Form.OneOf("percent", "volts"), (s, v) => s.BatteryMode = v.Int == 0 ? BatteryMode.Percent : BatteryMode.Volts, s => (int)s.BatteryMode),
            new("grid",             "Whether there is a grid.", Form.Switch, (s, v) => s.GridPresent = v.IsOn, s => s.GridPresent ? 1 : 0),
            new("grid-is-generator", "Whether a generator is what is on the grid input.", Form.Switch, (s, v) => s.GridIsGenerator = v.IsOn, s => s.GridIsGenerator ? 1 : 0),
            new("grid-reconnect",   "Grid Reconnect: time from the return of the grid until it is used.", Seconds, (s, v) => s.GridReconnectMilliseconds = v.Int, s => s.GridReconnectMilliseconds),
            new("generator-reconnect", "The same for a generator on the grid input.", Seconds, (s, v) => s.GeneratorReconnectMilliseconds = v.Int, s => s.GeneratorReconnectMilliseconds),
            new("self-restarts",    "Times that it restarts by itself after one and the same fault before it is locked out.", Form.Count(0, 1000), (s, v) => s.SelfRestarts = v.Int, s => s.SelfRestarts),
            new("parallel",         "Inverters in parallel, the master included; only that has the CAN cable.", Form.Count(1, 9), (s, v) => s.ParallelCount = v.Int, s => s.ParallelCount),
            new("master-lost",      "Whether the master of the parallel set is gone: what is shown is then the others.", Form.Switch, (s, v) => s.IsMasterLost = v.IsOn, s => s.IsMasterLost ? 1 : 0),
            new("modbus-sn",        "Modbus SN: 1 is the master, which alone has the CAN cable; 2 to 9 follow a master; 0 for older firmware without it.", Form.Count(0, 9), (s, v) => s.ModbusSerialNumber = v.Int, s => s.ModbusSerialNumber),
            new("open-fet-rise",    "How far the terminals rise above the battery at a step down of the load while no battery lets charge in; 0 V for not at all.", Volts, (s, v) => s.OpenFetRiseMillivolts = v.Int, s => s.OpenFetRiseMillivolts),
            new("open-fet-rise-time", "How long they stay there.", Seconds, (s, v) => s.OpenFetRiseMilliseconds = v.Int, s => s.OpenFetRiseMilliseconds),
            new("sell",             "Whether power may be sold: on or off, or the power of the battery that is to be sold (which allows it).", Form.Or(Source, "on", "off"), SetSell, s => s.SellAllowed ? 0 : 1),
            new("load",             "Power that the house takes; negative: power that is there to charge the battery.", Watts, (s, v) => s.LoadWatts = Thousands(v), s => s.LoadWatts * 1000L),
            new("solar",            "Power that the sun gives.", Source, (s, v) => s.SolarWatts = Thousands(v), s => s.SolarWatts * 1000L),
            new("high-voltage-fault", "Voltage at the terminals from which F55 is raised.", Volts, (s, v) => s.HighVoltageFaultMillivolts = v.Int, s => s.HighVoltageFaultMillivolts),
            new("low-voltage-fault",  "Voltage at the terminals below which F56 is raised.", Volts, (s, v) => s.LowVoltageFaultMillivolts = v.Int, s => s.LowVoltageFaultMillivolts),
            new("voltage-fault-release", "How far back the voltage must have come for F55 or F56 to go.", Volts, (s, v) => s.VoltageFaultReleaseMillivolts = v.Int, s => s.VoltageFaultReleaseMillivolts),
            new("voltage-fault-delay", "Time for which a voltage must be wrong before F25, F55 or F56.", Seconds, (s, v) => s.VoltageFaultDelayMilliseconds = v.Int, s => s.VoltageFaultDelayMilliseconds),
            new("overload",         "Most of Max A discharge that is tolerated off-grid, 100 % to 1000 %.", Form.Quantity(QuantityKind.Share, 100, 1000), (s, v) => s.OverloadPermille = Permille(v), s => s.OverloadPermille * 100L),
            new("overload-time",    "Time for which it is tolerated.", Seconds, (s, v) => s.OverloadMilliseconds = v.Int, s => s.OverloadMilliseconds),
            new("overload-retry",   "Time after F40 until the inverter tries again.", Form.Quantity(QuantityKind.Time, 0, 86_400), (s, v) => s.OverloadRetryMilliseconds = v.Int, s => s.OverloadRetryMilliseconds),
            new("time-of-day",      "Time of day at power-up, as time after midnight such as '9 h'.", Form.Quantity(QuantityKind.Time, 0, 86_399), (s, v) => s.TimeOfDayMinutes = v.Int / 60_000, s => s.TimeOfDayMinutes * 60_000L) { IsSetupOnly = true },
            new("slew",             "Fastest change of the current, a second.", Form.Quantity(QuantityKind.Current, 1, 2_000_000), (s, v) => s.SlewMilliampsPerSecond = v.Int, s => s.SlewMilliampsPerSecond) { IsSetupOnly = true },
        ];

        /// <summary>What only some inverters do: <c>quirks: {strict-eight-bytes: on}</c>.</summary>
        public static IReadOnlyList<InverterKey> Quirks { get; } =
        [
            new("strict-eight-bytes",   "Takes only frames of eight bytes.", Form.Switch, (s, v) => s.Quirks.StrictEightBytes = v.IsOn, s => s.Quirks.StrictEightBytes ? 1 : 0),
            new("voltage-scale",        "Unit in which it reads the voltage in 0x356.", Form.OneOf("centivolt", "decivolt"), (s, v) => s.Quirks.VoltageScale = v.Int == 0 ? VoltageScale.Centivolt : VoltageScale.Decivolt, s => (int)s.Quirks.VoltageScale),
            new("current-sign",         "Sign with which it reads the current in 0x356.", Form.OneOf("charge", "discharge"), (s, v) => s.Quirks.CurrentSign = v.Int == 0 ? CurrentSign.ChargePositive : CurrentSign.DischargePositive, s => (int)s.Quirks.CurrentSign),
            new("force-charge-bit",     "Bit of 0x35C that it takes for a forced charge.", Form.OneOf("both", "4", "5"), (s, v) => s.Quirks.ForceChargeBit = (ForceChargeBits)v.Int, s => (int)s.Quirks.ForceChargeBit),
            new("watches-every-frame",  "Whether the silence of one mandatory frame counts as the battery's silence.", Form.Switch, (s, v) => s.Quirks.WatchesEveryMandatoryFrame = v.IsOn, s => s.Quirks.WatchesEveryMandatoryFrame ? 1 : 0),
            new("counts-from-power-up", "Whether silence counts from power-up on, so that F58 comes with a bank that has not spoken yet.", Form.Switch, (s, v) => s.Quirks.CountsSilenceFromPowerUp = v.IsOn, s => s.Quirks.CountsSilenceFromPowerUp ? 1 : 0),
            new("early-fault-stays",    "Whether F58 that came before the first frame stays until the inverter is restarted.", Form.Switch, (s, v) => s.Quirks.EarlyFaultNeedsRestart = v.IsOn, s => s.Quirks.EarlyFaultNeedsRestart ? 1 : 0),
            new("zero-ccl-ignored",     "Neither CCL 0 nor a withdrawn charge enable stops a charge.", Form.Switch, (s, v) => s.Quirks.ZeroCclIgnored = v.IsOn, s => s.Quirks.ZeroCclIgnored ? 1 : 0),
            new("zero-dcl-ignored",     "Neither DCL 0 nor a withdrawn discharge enable stops a discharge without grid.", Form.Switch, (s, v) => s.Quirks.ZeroDclIgnored = v.IsOn, s => s.Quirks.ZeroDclIgnored ? 1 : 0),
            new("ccl-overshoot",        "Charge current beyond CCL, as a share of it.", Share, (s, v) => s.Quirks.CclOvershootPermille = Permille(v), s => s.Quirks.CclOvershootPermille * 100L),
            new("exports-above-cvl",    "A CVL below the bank's voltage makes it discharge down to it.", Form.Switch, (s, v) => s.Quirks.ExportsAboveCvl = v.IsOn, s => s.Quirks.ExportsAboveCvl ? 1 : 0),
            new("export-margin",        "Voltage above CVL from which that happens.", Form.Quantity(QuantityKind.Voltage, 0, 10), (s, v) => s.Quirks.ExportMarginMillivolts = v.Int, s => s.Quirks.ExportMarginMillivolts),
            new("impossible-cvl-keeps-limits", "The limits that stood before go on when CVL is impossible.", Form.Switch, (s, v) => s.Quirks.ImpossibleCvlKeepsLimits = v.IsOn, s => s.Quirks.ImpossibleCvlKeepsLimits ? 1 : 0),
            new("cvl-min",              "CVL below which it is taken for impossible.", Volts, (s, v) => s.Quirks.CvlMinMillivolts = v.Int, s => s.Quirks.CvlMinMillivolts),
            new("warns-of-impossible",  "Warns (W31) of an impossible CVL or voltage.", Form.Switch, (s, v) => s.Quirks.WarnsOfImpossibleValues = v.IsOn, s => s.Quirks.WarnsOfImpossibleValues ? 1 : 0),
            new("voltage-min",          "Lowest voltage in 0x356 that is taken for possible.", Volts, (s, v) => s.Quirks.VoltageMinMillivolts = v.Int, s => s.Quirks.VoltageMinMillivolts),
            new("voltage-max",          "Highest voltage in 0x356 that is taken for possible.", Form.Quantity(QuantityKind.Voltage, 0, 1000), (s, v) => s.Quirks.VoltageMaxMillivolts = v.Int, s => s.Quirks.VoltageMaxMillivolts),
            new("warning-delay",        "Time for which it must have been impossible before W31.", Minute, (s, v) => s.Quirks.WarningDelayMilliseconds = v.Int, s => s.Quirks.WarningDelayMilliseconds),
            new("faults-on-zero-ccl",   "CCL 0 raises F56.", Form.Switch, (s, v) => s.Quirks.FaultsOnZeroCcl = v.IsOn, s => s.Quirks.FaultsOnZeroCcl ? 1 : 0),
            new("fault-dcl",            "DCL from which F58 is raised; 0 A for never.", Amps, (s, v) => s.Quirks.FaultDclMilliamps = v.Int, s => s.Quirks.FaultDclMilliamps),
            new("full-charge-power",    "Power with which the full-charge request charges from the grid; 0 W: it is shown and nothing else.", Source, (s, v) => s.Quirks.FullChargeWatts = Thousands(v), s => s.Quirks.FullChargeWatts * 1000L),
            new("own-soc",              "Acts on its own count of the charge rather than on the BMS's SOC.", Form.Switch, (s, v) => s.Quirks.UsesOwnSoc = v.IsOn, s => s.Quirks.UsesOwnSoc ? 1 : 0),
            new("own-voltages-count",   "Its own Absorption, Float and Equalise voltages lower the charge voltage below CVL.", Form.Switch, (s, v) => s.Quirks.OwnVoltagesCount = v.IsOn, s => s.Quirks.OwnVoltagesCount ? 1 : 0),
            new("answers",              "Whether it answers 0x356 at all.", Form.Switch, (s, v) => s.Quirks.AnswersMeasurements = v.IsOn, s => s.Quirks.AnswersMeasurements ? 1 : 0),
            new("answer-delay",         "Time from the end of a 0x356 to its 0x305.", Minute, (s, v) => s.Quirks.AnswerDelayMilliseconds = v.Int, s => s.Quirks.AnswerDelayMilliseconds),
            new("poll-period",          "Time between two 0x305 that it sends unasked; 0 s for none.", Minute, (s, v) => s.Quirks.PollPeriodMilliseconds = v.Int, s => s.Quirks.PollPeriodMilliseconds) { IsSetupOnly = true },
            new("late-replies",         "Every two hours, counted from midnight, it is too busy to answer for a while.", Form.Switch, (s, v) => s.Quirks.LateReplies = v.IsOn, s => s.Quirks.LateReplies ? 1 : 0),
            new("late-time",            "How long it then answers nothing.", Minute, (s, v) => s.Quirks.LateMilliseconds = v.Int, s => s.Quirks.LateMilliseconds),
            new("midnight-late-time",   "How long it answers nothing at midnight.", Minute, (s, v) => s.Quirks.MidnightLateMilliseconds = v.Int, s => s.Quirks.MidnightLateMilliseconds),
        ];

        /// <summary>What a hand does to it, in the timeline only.</summary>
        public static IReadOnlyList<InverterKey> Hand { get; } =
        [
            new(Cable, "The inverter's CAN plug.", new SwitchForm("plugged", "unplugged"), null),
            new(Recorder, "The plug of the recorder beside it: while it is out nobody but the inverter acknowledges.", new SwitchForm("plugged", "unplugged"), null),
            new(Power, "The inverter's switch.", Form.Switch, null),
        ];
#pragma warning restore IDE0055

        /// <summary>Key of the list of frames that the inverter must have received.</summary>
        public static InverterKey MandatoryFrames { get; } =
            new("mandatory-frames", "Frames that it must have received before it works with the battery: a list of identifiers.", Form.FrameId, null);

        /// <summary>The frames that <see cref="MandatoryFrames"/> may name.</summary>
        public static IReadOnlyDictionary<int, BatteryFrames> Frames { get; } = new Dictionary<int, BatteryFrames>
        {
            [LimitsFrame.CanId] = BatteryFrames.Limits,
            [StateFrame.CanId] = BatteryFrames.State,
            [MeasurementsFrame.CanId] = BatteryFrames.Measurements,
            [AlarmsFrame.CanId] = BatteryFrames.Alarms,
            [VictronAlarmsFrame.CanId] = BatteryFrames.Alarms,
            [RequestsFrame.CanId] = BatteryFrames.Requests,
            [NameFrame.CanId] = BatteryFrames.Name,
            [CapacityFrame.CanId] = BatteryFrames.Capacity,
            [BatteryInfoFrame.CanId] = BatteryFrames.Capacity,
        };

        /// <summary>The key of that name; null if there is none.</summary>
        public static InverterKey? Find(IReadOnlyList<InverterKey> keys, string name)
        {
            foreach (InverterKey key in keys)
            {
                if (key.Name == name)
                {
                    return key;
                }
            }

            return null;
        }

        /// <summary>Adds the names of keys.</summary>
        public static void AddNames(IReadOnlyList<InverterKey> keys, List<string> names)
        {
            foreach (InverterKey key in keys)
            {
                names.Add(key.Name);
            }
        }

        private static int Permille(FormValue value) => (int)(value.Number / 100);

        private static int Thousands(FormValue value) => (int)(value.Number / QuantityKind.Thousand);

        private static void SetGridCharge(InverterSettings settings, FormValue value)
        {
            settings.GridChargeEnabled = value.Text != "off";
            if (value.Text is not ("on" or "off"))
            {
                settings.GridChargeLimitMilliamps = value.Int;
            }
        }

        private static void SetSell(InverterSettings settings, FormValue value)
        {
            settings.SellAllowed = value.Text != "off";
            if (value.Text is not ("on" or "off"))
            {
                settings.SellWatts = Thousands(value);
            }
        }
    }
}
