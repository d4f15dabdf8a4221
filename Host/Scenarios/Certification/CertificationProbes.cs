using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Every probe, in the order in which they run: what later ones need to know comes first.</summary>
    internal static class CertificationProbes
    {
#pragma warning disable IDE0055
        /// <summary>The table.</summary>
        public static IReadOnlyList<CertificationProbe> All { get; } =
        [
            new("measurements",  "Scale and sign of 0x356", 15, [("voltage-scale", "centivolt"), ("current-sign", "charge")], FrameProbes.Measurements),
            new("frames",        "Frames without which it waits", 80, [("mandatory-frames", "351 355 356")], FrameProbes.Mandatory),
            new("lengths",       "Short frames and 29-bit identifiers", 25, [("strict-eight-bytes", "off"), ("extended-ids-taken", "off")], FrameProbes.Lengths),
            new("replies",       "0x305: whether, when, unasked", 160, [("poll-period", "0 s"), ("answers", "on"), ("answer-delay", "5 ms")], ReplyProbes.Replies),
            new("busy-times",    "0x305 at an even hour and at midnight", 160, [("late-replies", "off"), ("late-time", "3500 ms"), ("midnight-late-time", "5500 ms")], ReplyProbes.BusyTimes),
            new("silence",       "Loss of communication for 3, 9, 11 s; recovery", 420, [("bms-err-stop", ""), ("silence-tolerated", ""), ("recovery-time", "")], FaultProbes.Silence),
            new("one-frame",     "Loss of a single mandatory frame", 25, [("watches-every-frame", "off")], FaultProbes.OneFrame),
            new("early-silence", "Inverter switched on before the bank", 400, [("counts-from-power-up", "on"), ("early-fault-stays", "off")], FaultProbes.EarlySilence),
            new("zero-ccl",      "CCL steps to 0 while charging", 40, [("faults-on-zero-ccl", "off"), ("zero-ccl-ignored", "off")], LimitProbes.ZeroCcl),
            new("zero-dcl",      "DCL steps to 0 off-grid", 20, [("zero-dcl-ignored", "off")], LimitProbes.ZeroDcl),
            new("ccl-step",      "CCL steps to 40 A while charging: time and overshoot", 40, [("ccl-overshoot", "0 %"), ("ccl-reaction", "")], LimitProbes.CclStep),
            new("enables",       "Charge enable and discharge enable withdrawn", 40, [("charge-enable-obeyed", ""), ("discharge-enable-obeyed", "")], LimitProbes.Enables),
            new("high-dcl",      "DCL raised to 500 A", 120, [("fault-dcl", "0 A")], LimitProbes.HighDcl),
            new("cvl-below",     "CVL below the bank's voltage", 200, [("exports-above-cvl", "on"), ("export-margin", "200 mV")], VoltageProbes.CvlBelow),
            new("warnings",      "Impossible CVL: W31, and when", 80, [("warns-of-impossible", "on"), ("warning-delay", "5 s")], VoltageProbes.Warnings),
            new("impossible-cvl", "Impossible CVL: limits", 200, [("impossible-cvl-keeps-limits", "on"), ("cvl-min", "40 V")], VoltageProbes.ImpossibleCvl),
            new("voltage-window", "Voltages in 0x356 that it takes for possible", 400, [("voltage-min", "30 V"), ("voltage-max", "70 V")], VoltageProbes.VoltageWindow),
            new("own-voltages",  "Own Absorption V and Float V below CVL", 30, [("own-voltages-count", "on")], VoltageProbes.OwnVoltages),
            new("force-charge",  "0x35C bits 4, 5 and 3", 60, [("force-charge-bit", "both"), ("full-charge-power", "0 W")], SocProbes.ForceCharge),
            new("soc",           "SOC steps; shutdown", 40, [("own-soc", "off"), ("shutdown-obeyed", "")], SocProbes.Soc),
        ];
#pragma warning restore IDE0055
    }
}
