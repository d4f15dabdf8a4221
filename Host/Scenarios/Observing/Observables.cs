using System.Collections.Generic;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using BatterySim.Bms.Stack;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>Everything that an expectation can look at: the one table from which reader, schema and both stands take it.</summary>
    internal static class Observables
    {
        private static readonly ObservableKind Flags = ObservableKind.Set(
            "over-voltage", "under-voltage", "over-temperature", "under-temperature", "discharge-over-current", "charge-over-current", "system");

        private static readonly ObservableKind Requests = ObservableKind.Set(
            "", "", "", "full-charge", "force-charge-bit4", "force-charge-bit5", "discharge-enable", "charge-enable");

        private static readonly ObservableKind Fault = ObservableKind.Word("none", "F25", "F40", "F55", "F56", "F58", "F29", "F41", "F46");
        private static readonly ObservableKind Faults = ObservableKind.Set("F25", "F40", "F55", "F56", "F58", "F29", "F41", "F46");
        private static readonly InverterFault[] FaultOrder =
        [
            InverterFault.DcFeedback, InverterFault.BatteryOverCurrent, InverterFault.DcVoltageHigh, InverterFault.DcVoltageLow,
            InverterFault.BmsCommunication, InverterFault.ParallelCanBus, InverterFault.ParallelStop, InverterFault.BatteryBackup,
        ];

        private static readonly ObservableKind State = ObservableKind.Word("waiting", "normal", "fault", "shutdown", "off");
        private static readonly ObservableKind Stage = ObservableKind.Word("idle", "bulk", "absorb", "float", "equalise", "discharge");
        private static readonly ObservableKind Power = ObservableKind.Word("off", "asleep", "starting", "running");
        private static readonly ObservableKind BusState = ObservableKind.Word("active", "warning", "passive", "off");

#pragma warning disable IDE0055
        /// <summary>inverter.*: what only the virtual inverter shows.</summary>
        public static IReadOnlyList<ObservableRow> Inverter { get; } =
        [
            Inside("state",             State, "What it is doing.", i => Observed.Of((long)i.State)),
            Inside("fault",             Fault, "Fault that is named first.", i => Observed.Of(System.Array.IndexOf(FaultOrder, i.Fault) + 1)),
            Inside("faults",            Faults, "All faults that stand.", i => Observed.Of(FaultBits(i))),
            Inside("locked-out",        ObservableKind.Switch, "Whether a fault came more often than it restarts by itself.", i => Observed.Of(i.Faults.IsLockedOut)),
            Inside("warning",           ObservableKind.Word("none", "W31"), "Warning that stands.", i => Observed.Of(i.Warning == InverterWarning.None ? 0 : 1)),
            Inside("stage",             Stage, "What it does with the battery.", i => Observed.Of((long)i.Stage)),
            Inside("current",           ObservableKind.Current, "Current into the battery, charging positive.", i => Observed.Of(i.CurrentMilliamps)),
            Inside("own-soc",           ObservableKind.Share, "SOC by its own count of ampere-hours, which an equalisation sets to 100 %.", i => Observed.Of(i.OwnSocPermille * 100L)),
            Inside("voltage",           ObservableKind.Voltage, "Voltage at its own terminals.", i => Observed.Of(i.TerminalMillivolts)),
            Inside("grid-power",        ObservableKind.Power, "Power from the grid; negative into it.", i => Observed.Of(i.GridWatts * 1000L)),
            Inside("low-battery",       ObservableKind.Switch, "Whether the charge is at Low Batt or below.", i => Observed.Of(i.IsLowBattery)),
            Inside("force-charging",    ObservableKind.Switch, "Whether a charge that the bank asked for goes on.", i => Observed.Of(i.IsForceCharging)),
            Inside("replies",           ObservableKind.Plain, "0x305 that it handed to the bus.", i => Observed.Of(i.ReplyCount * 1000)),
            Received("soc",             "socPercent",                  ObservableKind.Share, "Li-Batt SOC.", b => b.SocPermille, 100),
            Received("soh",             "sohPercent",                  ObservableKind.Share, "Li-Batt SOH.", b => b.SohPermille, 100),
            Received("battery-voltage", "bankVoltageVolts",            ObservableKind.Voltage, "Li-Batt voltage.", b => b.VoltageMillivolts, 1),
            Received("battery-current", "bankCurrentAmps",             ObservableKind.Current, "Li-Batt current, charging positive.", b => b.CurrentMilliamps, 1),
            Received("temperature",     "temperatureCelsius",          ObservableKind.Temperature, "Li-Batt temperature.", b => b.TemperatureDecidegrees, 100),
            Received("cvl",             "chargeVoltageLimitVolts",     ObservableKind.Voltage, "Li-Batt charge voltage.", b => b.ChargeVoltageLimitMillivolts, 1),
            Received("ccl",             "chargeCurrentLimitAmps",      ObservableKind.Current, "Li-Batt charge current limit.", b => b.ChargeCurrentLimitMilliamps, 1),
            Received("dcl",             "dischargeCurrentLimitAmps",   ObservableKind.Current, "Li-Batt discharge current limit.", b => b.DischargeCurrentLimitMilliamps, 1),
            Received("dvl",             "dischargeVoltageLimitVolts",  ObservableKind.Voltage, "Li-Batt discharge voltage.", b => b.DischargeVoltageLimitMillivolts, 1),
            Received("modules",         "modulesOnline",               ObservableKind.Plain, "Batteries in the bank.", b => b.ModulesOnline, 1000),
            Received("capacity",        "capacityAmpereHours",         ObservableKind.Charge, "Capacity of the bank.", b => b.CapacityMilliampereHours, 1),
            Received("protections",     null,                          Flags, "Protections that act.", b => b.Protections, 1),
            Received("alarms",          null,                          Flags, "Alarms that stand.", b => b.Alarms, 1),
            Received("requests",        null,                          Requests, "Bits of 0x35C.", b => b.Requests, 1),
            Inside("charge-enabled",    ObservableKind.Switch, "Whether the bank lets itself be charged.", i => Observed.Of(i.BmsData.ChargeEnabled), "chargeEnable"),
            Inside("discharge-enabled", ObservableKind.Switch, "Whether the bank lets itself be discharged.", i => Observed.Of(i.BmsData.DischargeEnabled), "dischargeEnable"),
            Inside("force-charge",      ObservableKind.Switch, "Whether the bank asks to be charged at once.", i => Observed.Of(i.BmsData.ForceChargeRequested)),
            Inside("full-charge",       ObservableKind.Switch, "Whether the bank asks for a full charge.", i => Observed.Of(i.BmsData.FullChargeRequested), "fullChargeRequest"),
            Inside("name",              ObservableKind.Text, "Manufacturer name.", i => Observed.Of(i.BmsData.Name), "manufacturerName"),
        ];

        /// <summary>bank.*</summary>
        public static IReadOnlyList<ObservableRow> Bank { get; } =
        [
            Bench("voltage", ObservableKind.Voltage, "Voltage at the terminals.", "BANK:VOLT?", (t, _) => Observed.Of(t.Simulator.Bank.VoltageMillivolts)),
            Bench("current", ObservableKind.Current, "Current at the terminals, charging positive.", "BANK:CURR?", (t, _) => Observed.Of(t.Simulator.Bank.CurrentMilliamps)),
            Bench("soc",     ObservableKind.Share, "SOC that the master claims.", "BANK:SOC?", (t, _) => Claimed(t, t.Simulator.Report.SocPermille, 100)),
            Bench("online",  ObservableKind.Plain, "Batteries that answer the master, itself included.", "BANK:ONL?", (t, _) => Claimed(t, t.Simulator.Report.ModulesOnline, 1000)),
            Bench("master",  ObservableKind.Plain, "Battery that speaks to the inverter, 1 for the first; 0 while none does.", "BANK:MAST?", (t, _) => Observed.Of((t.Simulator.Master.Battery + 1) * 1000)),
            Bench("state",   ObservableKind.Word("silent", "speaking"), "Whether a battery is appointed to speak to the inverter.", "BANK:MAST?", (t, _) => Observed.Of(t.Simulator.Master.Battery >= 0)),
        ];

        /// <summary>battery.N.*</summary>
        public static IReadOnlyList<ObservableRow> Battery { get; } =
        [
            Bench("soc",         ObservableKind.Share, "State of charge.", "MOD{0}:SOC?", (t, n) => Of(t, n)?.SocPermille, 100),
            Bench("soh",         ObservableKind.Share, "State of health.", "MOD{0}:SOH?", (t, n) => Of(t, n)?.SohPermille, 100),
            Bench("voltage",     ObservableKind.Voltage, "Voltage that the BMS measures.", "MOD{0}:VOLT?", (t, n) => Of(t, n)?.VoltageMillivolts, 1),
            Bench("current",     ObservableKind.Current, "Current that the BMS measures, charging positive.", "MOD{0}:CURR?", (t, n) => Of(t, n)?.CurrentMilliamps, 1),
            Bench("temperature", ObservableKind.Temperature, "Cell temperature.", "MOD{0}:TEMP?", (t, n) => Of(t, n)?.TemperatureDecidegrees, 100),
            Bench("capacity",    ObservableKind.Charge, "Capacity at the present SOH.", "MOD{0}:CAP?", (t, n) => Of(t, n)?.CapacityMilliampereHours, 1),
            Bench("state",       Power, "Power state of the BMS.", "MOD{0}:STAT?", (t, n) => (int?)Of(t, n)?.Power.State, 1),
            Bench("address",     ObservableKind.Plain, "Address that the BMS took when it started.", "MOD{0}:ADDR?", (t, n) => Of(t, n)?.Address, 1000),
            Bench("dip",         ObservableKind.Plain, "Number that the address switches show.", "MOD{0}:DIP?", (t, n) => Of(t, n)?.DipSwitch.Value, 1000),
            Bench("protections", Flags, "Protections that act.", "MOD{0}:PROT?", (t, n) => Of(t, n)?.Protections.Protections, 1),
            Bench("alarms",      Flags, "Alarms that stand.", "MOD{0}:ALAR?", (t, n) => Of(t, n)?.Protections.Alarms, 1),
            Bench("trips",       ObservableKind.Plain, "Protections that acted since the start.", "MOD{0}:TRIP?", (t, n) => Of(t, n)?.Protections.TripCount, 1000),
            Bench("ccl",         ObservableKind.Current, "Charge current limit of the battery.", "MOD{0}:LIM?", (t, n) => Of(t, n)?.ChargeCurrentLimitMilliamps, 1),
            Bench("dcl",         ObservableKind.Current, "Discharge current limit of the battery.", "MOD{0}:LIM?", (t, n) => Of(t, n)?.DischargeCurrentLimitMilliamps, 1, 1),
            Bench("cell-max",    ObservableKind.Voltage, "Highest cell voltage.", "MOD{0}:CMAX?", (t, n) => Of(t, n)?.CellMaxMillivolts, 1),
            Bench("cell-min",    ObservableKind.Voltage, "Lowest cell voltage.", "MOD{0}:CMIN?", (t, n) => Of(t, n)?.CellMinMillivolts, 1),
        ];

        /// <summary>frame.ID.*, besides the signals.</summary>
        public static IReadOnlyList<ObservableRow> Frame { get; } =
        [
            OnBus("count",  ObservableKind.Plain, "Frames seen on the bus since the start.", (f, _) => Observed.Of(f.Count * 1000)),
            OnBus("period", ObservableKind.Time, "Time between the last two.", (f, _) => Observed.If(f.Count > 1, Milliseconds(f.PeriodMicroseconds))),
            OnBus("age",    ObservableKind.Time, "Time since the last one.", (f, now) => Observed.If(f.Count > 0, (now - f.LastMicroseconds) / 1000)),
            OnBus("length", ObservableKind.Plain, "Data length of the last one.", (f, _) => Observed.If(f.Count > 0, f.Length * 1000)),
            OnBus("bytes",  ObservableKind.Text, "Data of the last one in hexadecimal digits.", (f, _) => f.Count > 0 ? Observed.Of(FrameText.Bytes(f)) : Observed.Unknown),
            OnBus("remote", ObservableKind.Switch, "Whether the last one was a remote frame.", (f, _) => new Observed(f.Count > 0, f.IsRemote ? 1 : 0, null)),
        ];

        /// <summary>reply.*: the inverter's 0x305 on the bus.</summary>
        public static IReadOnlyList<ObservableRow> Reply { get; } =
        [
            OnBus("count",    ObservableKind.Plain, "0x305 seen on the bus since the start.", (f, _) => Observed.Of(f.Count * 1000)),
            OnBus("age",      ObservableKind.Time, "Time since the last 0x305.", (f, now) => Observed.If(f.Count > 0, (now - f.LastMicroseconds) / 1000)),
            OnBus("interval", ObservableKind.Time, "Time between the last two 0x305.", (f, _) => Observed.If(f.Count > 1, Milliseconds(f.PeriodMicroseconds))),
        ];

        /// <summary>bus.*: the bank's CAN controller.</summary>
        public static IReadOnlyList<ObservableRow> Bus { get; } =
        [
            Bench("state",  BusState, "State of the bank's CAN controller.", "BUS:STAT?", (t, _) => Observed.Of((long)t.Simulator.Master.Recorder.State)),
            Bench("errors", ObservableKind.Plain, "Transmit error counter of the bank's CAN controller.", "BUS:ERR?", (t, _) => Observed.If(t.Simulator.Bus is ICanBusCounters, t.Simulator.Bus is ICanBusCounters c ? c.TransmitErrorCount * 1000L : 0)),
        ];
#pragma warning restore IDE0055

        /// <summary>scpi, with a query of its own.</summary>
        public static ObservableRow Scpi { get; } = new("scpi", ObservableKind.Reply, "Answer of the instrument to a query.");

        /// <summary>The row of that name, short or as the message catalogue has it; null if there is none.</summary>
        public static ObservableRow? Find(IReadOnlyList<ObservableRow> rows, string name)
        {
            foreach (ObservableRow row in rows)
            {
                if (row.Name == name || row.Signal == name)
                {
                    return row;
                }
            }

            return null;
        }

        private static ObservableRow Inside(
            string name, ObservableKind kind, string help, System.Func<VirtualSolArk, Observed> read, string? signal = null)
        {
            return new ObservableRow(name, kind, help)
            {
                Signal = signal,
                Inside = (twin, _) => twin.Inverter == null ? Observed.Unknown : read(twin.Inverter),
            };
        }

        private static ObservableRow Received(
            string name, string? signal, ObservableKind kind, string help, System.Func<BmsData, ReceivedValue> of, int factor)
        {
            return Inside(
                name,
                kind,
                help,
                inverter =>
                {
                    ReceivedValue value = of(inverter.BmsData);
                    return Observed.If(value.IsKnown, (long)value.Value * factor);
                },
                signal);
        }

        private static ObservableRow Bench(
            string name, ObservableKind kind, string help, string query, System.Func<TwinSession, int, Observed> read)
        {
            return new ObservableRow(name, kind, help) { Inside = read, Query = query };
        }

        private static ObservableRow Bench(
            string name, ObservableKind kind, string help, string query, System.Func<TwinSession, int, int?> read, int factor, int field = 0)
        {
            return new ObservableRow(name, kind, help)
            {
                Inside = (twin, number) => read(twin, number) is int value ? Observed.Of((long)value * factor) : Observed.Unknown,
                Query = query,
                QueryField = field,
            };
        }

        private static ObservableRow OnBus(string name, ObservableKind kind, string help, System.Func<FrameSlot, long, Observed> read)
        {
            return new ObservableRow(name, kind, help) { OnBus = read };
        }

        // A bank that was built anew may have fewer batteries than the scenario began with.
        private static BatteryModule? Of(TwinSession twin, int number)
        {
            return number <= twin.Simulator.Bank.Count ? twin.Simulator.Bank.ModuleAt(number - 1) : null;
        }

        private static Observed Claimed(TwinSession twin, int value, int factor)
        {
            bool isKnown = twin.Simulator.Report.SocPermille != BankReport.Unknown && value != BankReport.Unknown;
            return Observed.If(isKnown, (long)value * factor);
        }

        private static long FaultBits(VirtualSolArk inverter)
        {
            long bits = 0;
            for (int bit = 0; bit < FaultOrder.Length; bit++)
            {
                bits |= inverter.Faults.Contains(FaultOrder[bit]) ? 1L << bit : 0;
            }

            return bits;
        }

        private static long Milliseconds(long microseconds) => (microseconds + 500) / 1000;
    }
}
