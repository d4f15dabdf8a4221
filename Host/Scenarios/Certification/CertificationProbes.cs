using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Every probe, in the order in which they run: what later ones need to know comes first.</summary>
    internal static class CertificationProbes
    {
        private const string Charge = "sun or grid charge of 5 kW";

#pragma warning disable IDE0055
        /// <summary>The table.</summary>
        public static IReadOnlyList<CertificationProbe> All { get; } =
        [
            new("measurements",  "Scale and sign of 0x356", 15, [("voltage-scale", "centivolt"), ("current-sign", "charge")], FrameProbes.Measurements),
            new("frames",        "Frames without which it waits", 80, [("mandatory-frames", "351 355 356")], FrameProbes.Mandatory) { Needs = "a restart of the inverter for each frame" },
            new("lengths",       "Short frames and 29-bit identifiers", 40, [("strict-eight-bytes", "off"), ("short-frames-taken", ""), ("extended-ids-taken", "off")], FrameProbes.LengthsTaken),
            new("names",         "Names in 0x35E", 55, [("names-refused", "")], FrameProbes.Names),
            new("replies",       "0x305: whether, when, in what form, unasked", 200, [("poll-period", "0 s"), ("answers", "on"), ("answer-delay", "5 ms"), ("reply-form", ""), ("reply-period", ""), ("other-frames", "")], ReplyProbes.Replies),
            new("busy-times",    "0x305 at an even hour and at midnight", 310, [("late-replies", "off"), ("late-time", "3500 ms"), ("midnight-late-time", "5500 ms")], ReplyProbes.BusyTimes) { Needs = "an even hour and midnight on the inverter's clock (--patience)" },
            new("silence",       "Loss of communication for 3, 9, 11 and 60 s; recovery", 450, [("bms-err-stop", ""), ("silence-tolerated", ""), ("silence-3s", ""), ("silence-9s", ""), ("silence-11s", ""), ("silence-60s", ""), ("loss-fault-bits", ""), ("recovery-time", "")], FaultProbes.Silence) { Needs = "a house that the battery feeds" },
            new("one-frame",     "Loss of a single mandatory frame", 330, [("watches-every-frame", "off")], FaultProbes.OneFrame),
            new("early-silence", "Inverter switched on before the bank", 400, [("counts-from-power-up", "on"), ("early-fault-stays", "off")], FaultProbes.EarlySilence) { Needs = "a restart of the inverter" },
            new("zero-ccl",      "CCL steps to 0 while charging", 45, [("faults-on-zero-ccl", "off"), ("zero-ccl-ignored", "off"), ("zero-ccl-reaction", "")], LimitProbes.ZeroCcl) { Needs = Charge },
            new("zero-dcl",      "DCL steps to 0 off-grid", 30, [("zero-dcl-ignored", "off"), ("zero-dcl-reaction", "")], LimitProbes.ZeroDcl) { Needs = "no grid; a house of 2 kW" },
            new("ccl-step",      "CCL steps to 40 A while charging: time and overshoot", 80, [("ccl-overshoot", "0 %"), ("ccl-reaction", "")], LimitProbes.CclStep) { Needs = Charge },
            new("dcl-step",      "DCL steps to 20 A while discharging: time and overshoot", 80, [("dcl-overshoot", ""), ("dcl-reaction", "")], LimitProbes.DclStep) { Needs = "a house that takes 2 kW from the battery" },
            new("enables",       "Charge enable and discharge enable withdrawn", 60, [("charge-enable-obeyed", ""), ("charge-enable-reaction", ""), ("discharge-enable-obeyed", ""), ("discharge-enable-reaction", "")], LimitProbes.Enables) { Needs = Charge + "; then no grid and a house of 2 kW" },
            new("high-dcl",      "DCL raised to 500 A", 160, [("fault-dcl", "0 A")], LimitProbes.HighDcl),
            new("cvl-step",      "CVL steps up and down, and to the bank's voltage", 70, [("cvl-up-reaction", ""), ("cvl-down-reaction", ""), ("cvl-limits-charge", "")], VoltageProbes.CvlStep) { Needs = Charge },
            new("cvl-below",     "CVL below the bank's voltage", 200, [("exports-above-cvl", "on"), ("export-margin", "200 mV")], VoltageProbes.CvlBelow) { Needs = "a house and a sun of the same power" },
            new("warnings",      "Impossible CVL: W31, and when", 80, [("warns-of-impossible", "on"), ("warning-delay", "5 s")], VoltageProbes.Warnings),
            new("impossible-cvl", "Impossible CVL: limits", 200, [("impossible-cvl-keeps-limits", "on"), ("cvl-min", "40 V")], VoltageProbes.ImpossibleCvl) { Needs = Charge },
            new("voltage-window", "Voltages in 0x356 that it takes for possible", 400, [("voltage-min", "30 V"), ("voltage-max", "70 V")], VoltageProbes.VoltageWindow),
            new("impossible-values", "SOC, temperature, current, limits and modules that cannot be", 110, [("impossible-soc", ""), ("impossible-temperature", ""), ("impossible-current", ""), ("negative-ccl", ""), ("negative-dcl", ""), ("no-modules", "")], ValueProbes.ImpossibleValues) { Needs = Charge },
            new("negative-temperature", "A temperature below zero", 30, [("negative-temperature", ""), ("charges-below-zero", "")], ValueProbes.NegativeTemperature) { Needs = Charge },
            new("own-voltages",  "Own Absorption V and Float V below CVL", 30, [("own-voltages-count", "on")], VoltageProbes.OwnVoltages) { Needs = "Absorption V and Float V at 50 V; " + Charge },
            new("force-charge",  "0x35C bits 4, 5 and 3", 70, [("force-charge-bit", "both"), ("full-charge-power", "0 W")], SocProbes.ForceCharge) { Needs = "a grid, no sun, no house" },
            new("soc",           "SOC steps; shutdown", 40, [("own-soc", "off"), ("shutdown-obeyed", "")], SocProbes.Soc) { Needs = "no grid; a house of 2 kW" },
            new("soc-levels",    "Shutdown and restart levels", 90, [("shutdown-level", ""), ("restart-level", "")], SocProbes.Levels) { Needs = "a house that the battery feeds" },
            new("protections",   "Each protection bit of 0x359", 95, AlarmProbes.Properties("protection"), AlarmProbes.Protections) { Needs = Charge },
            new("alarms",        "Each alarm bit of 0x359", 95, AlarmProbes.Properties("alarm"), AlarmProbes.Alarms) { Needs = Charge },
        ];
#pragma warning restore IDE0055
    }
}
