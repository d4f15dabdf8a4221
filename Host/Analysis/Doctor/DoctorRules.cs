using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>The doctor's table: one row for each finding. docs/doctor.md is printed from it.</summary>
    public static class DoctorRules
    {
        private const string SolArk = "Sol-Ark CAN V1.3";
        private const string Pylontech = "Pylontech LV CAN V1.2";
        private const string Lynk = "Discover LYNK II manual 805-0038";

#pragma warning disable IDE0055 // A table keeps its columns.
        /// <summary>Every rule, in the order of the documentation.</summary>
        public static IReadOnlyList<DoctorRule> All { get; } =
        [
            new("no-battery", Severity.Error, "no battery speaks", "A Sol-Ark with BMS_Err_Stop raises F58 after 10 s.", "Check the cable's pins 4 and 5, the bit rate of 500 kbit/s, and that the battery is awake and set to CAN.", Lynk, "documented", TimingRules.NoBattery),
            new("battery-silent", Severity.Warning, "the battery falls silent", "More than 10 s is F58 on a Sol-Ark with BMS_Err_Stop; Victron drops a battery after 3 s.", "Look for resets of the BMS, a loose plug, or a gateway that stops.", Lynk + "; Safiery manual", "documented", TimingRules.Silent),
            new("frame-missing", Severity.Error, "a mandatory frame never comes", "The inverter has no limit, SOC or voltage to act on.", "Choose another protocol in the BMS, or complete the gateway.", SolArk + ", " + Pylontech, "documented", TimingRules.FrameMissing),
            new("frame-stalled", Severity.Warning, "one frame stops while others go on", "The inverter acts on an old value, or counts the battery as lost.", "Look for the task that sends it; restart the BMS.", "field reports; whether a Sol-Ark checks each frame is not published", "assumed", TimingRules.Stalled),
            new("permission-missing", Severity.Warning, "no frame permits charging", "Inverters that read 0x35C keep their last state or do not charge.", "Send 0x35C, or 0x35A for Victron.", SolArk + "; bms-to-inverter", "field", TimingRules.PermissionMissing),
            new("no-answer", Severity.Warning, "no inverter answers with 0x305", "Nothing received the battery correctly, or the inverter never answers (some do not).", "Check that the inverter is set to lithium protocol 00 and the cable is in its BMS port.", SolArk + "; esphome-yambms #268", "documented", TimingRules.NoAnswer),
            new("answer-stops", Severity.Warning, "the inverter stops answering", "A battery that supervises 0x305 may stop. Deye pauses more than 3 s every 2 h.", "Compare with the inverter's own fault list at that time.", "esphome-yambms", "field", TimingRules.AnswerStops),
            new("two-senders", Severity.Error, "two batteries or two masters speak", "Limits and SOC flap; the inverter follows whichever came last.", "Give one battery the master's address; connect only its CAN port to the inverter.", "edge case 23 of the protocol notes", "assumed", TimingRules.TwoSenders),
            new("burst", Severity.Info, "all frames come back to back", "Receivers with two buffers lose frames.", "Leave 10 to 20 ms between frames.", "setfirelabs", "field", TimingRules.Burst),
            new("bus-errors", Severity.Warning, "the adapter reports bus errors", "Frames are lost; at bus-off the sender stops.", "Check termination (120 ohm at both ends), bit rate and pins.", "linux/can/error.h", "documented", TimingRules.BusErrors),
            new("bus-overload", Severity.Warning, "the bus is nearly full", "Frames of low priority come late or never.", "Look for a node that repeats an unacknowledged frame.", "ISO 11898", "assumed", TimingRules.Overload),
            new("recorder-clock", Severity.Info, "the recorder's clock is not steady", "Times in this report are those of the log's own spacing.", "Record with candump -L, on a machine whose clock is set.", "this report", "documented", TimingRules.Clock),
            new("several-channels", Severity.Warning, "the log mixes several buses", "Findings may come from the mixture.", "Take one bus with --channel.", "this report", "documented", TimingRules.Channels),
            new("voltage-in-tenths", Severity.Warning, "0x356 is in 0.1 V", "Inverters that read 0.01 V see 5 V: W31 on a Deye.", "Set the scale to 0.01 V, which every capture but Discover's Serial CAN has.", "ArminJo/JK-BMSToPylontechCAN #5", "field", ValueRules.VoltageInTenths),
            new("current-sign", Severity.Error, "the current has the wrong sign", "The inverter counts charge as discharge; its own SOC runs away.", "Reverse the sign in the BMS, or choose the dialect that fits the inverter.", "captures of Deye SE-F12-C; diyBMS #87", "captured", ValueRules.CurrentSign),
            new("limit-negative", Severity.Error, "a current limit is negative", "Shown as 0 or as nonsense.", "Send both limits positive.", "bms-to-inverter #46, diyBMS #87; every capture of a battery is positive", "captured", ValueRules.Seen(static bank => bank.LimitNegative, "")),
            new("limit-beyond", Severity.Warning, "a current limit is beyond any inverter", "A wrong scale; some inverters fault on it.", "Check the unit: 0.1 A.", "Battery-Emulator wiki", "field", ValueRules.Seen(static bank => bank.LimitHuge, "")),
            new("charge-limit-zero", Severity.Warning, "charging is forbidden below 95 % without a protection", "No charging on grid; off grid a Deye ignores the 0.", "Read the BMS's own reason: temperature, cell voltage, a charge switch.", "Battery-Emulator #873", "field", ValueRules.SeenButDeye(static bank => bank.ChargeLimitZero, "")),
            new("discharge-limit-zero", Severity.Warning, "discharging is forbidden above 20 % without a protection", "The inverter stops using the battery; off grid a Deye ignores the 0.", "Read the BMS's own reason: temperature, cell voltage, a discharge switch.", "Battery-Emulator #873", "field", ValueRules.SeenButDeye(static bank => bank.DischargeLimitZero, "")),
            new("cvl-out-of-range", Severity.Error, "the charge voltage limit is not that of a 48 V battery", "W31, or a battery that is never charged.", "Send 48 to 58.4 V in 0.1 V; never 0 to forbid charging.", "diyBMS #216", "field", ValueRules.Seen(static bank => bank.CvlOutOfRange, "")),
            new("cvl-below-voltage", Severity.Warning, "the charge voltage limit is below the battery's voltage", "A Deye discharges into the grid to reach it.", "Keep CVL at least 0.2 V above the voltage.", "esphome-yambms #46", "field", ValueRules.Seen(static bank => bank.CvlBelowVoltage, "")),
            new("dvl-above-voltage", Severity.Warning, "the discharge voltage limit is above the battery's voltage", "The inverter counts the battery as empty.", "Check DVL and the scale of 0x356.", SolArk, "assumed", ValueRules.Seen(static bank => bank.DvlAboveVoltage, "")),
            new("enable-contradicts-limit", Severity.Warning, "0x35C and the limits contradict each other", "Which of them counts depends on the inverter.", "Send limit 0 with a cleared enable bit, and none without the other.", Pylontech, "documented", ValueRules.EnableContradictsLimit),
            new("protection", Severity.Error, "a protection is active", "The battery has opened its contacts or is about to; DCL and CCL fall to 0.", "Remove the cause that the bit names, then reset the battery.", SolArk + ", 0x359", "documented", ValueRules.SeenButDeye(static bank => bank.Protection, "")),
            new("alarm", Severity.Warning, "an alarm is active", "The battery warns; a protection may follow.", "Look at the value that the bit names.", SolArk + ", 0x359", "documented", ValueRules.SeenButDeye(static bank => bank.Alarm, "")),
            new("deye-fault", Severity.Error, "the pack reports a fault", "The pack limits or stops.", "Look the code up in the pack's manual.", "Deye PCS CAN V3.3, 0x359", "documented", ValueRules.DeyeFault),
            new("victron-alarm", Severity.Error, "an alarm of 0x35A is raised", "The inverter stops or limits.", "Remove the cause that the bits name.", "dbus-deye-battery, 0x35A", "field", ValueRules.Seen(static bank => bank.VictronAlarm, "")),
            new("victron-warning", Severity.Warning, "a warning of 0x35A is raised", "An alarm may follow.", "Look at the value that the bits name.", "dbus-deye-battery, 0x35A", "field", ValueRules.Seen(static bank => bank.VictronWarning, "")),
            new("unknown-bits", Severity.Warning, "bits are set that no document explains", "An inverter may ignore them or misread them.", "Ask the maker which protocol version this is.", SolArk + ", " + Pylontech, "documented", ValueRules.SeenButDeye(static bank => bank.UnknownBits, "")),
            new("modules-zero", Severity.Warning, "no module is counted", "The inverter's battery page stays empty.", "Send the number of modules online in byte 4 of 0x359.", SolArk + ", 0x359", "documented", ValueRules.Seen(static bank => bank.ModulesZero, "")),
            new("soc-zero-at-start", Severity.Warning, "SOC begins at 0", "A Deye sounds an alarm.", "Withhold 0x355 until the gauge is valid.", "ArminJo/JK-BMSToPylontechCAN", "field", ValueRules.Seen(static bank => bank.SocZeroAtStart, "SOC is 0 first, then")),
            new("soc-jump", Severity.Warning, "SOC jumps", "The inverter starts or stops charging and discharging at thresholds.", "Calibrate the gauge; look for a second sender.", "edge case 2 of the protocol notes", "assumed", ValueRules.Seen(static bank => bank.SocJump, "")),
            new("soc-above-100", Severity.Error, "SOC or SOH is above 100 %", "Shown as nonsense or ignored.", "Check the unit: 1 %, two bytes, low byte first.", SolArk + ", 0x355", "documented", ValueRules.Seen(static bank => bank.SocAbove100, "")),
            new("soc-contradicts-voltage", Severity.Warning, "SOC contradicts the voltage at rest", "The battery ends earlier or charges longer than the inverter plans.", "Charge it fully once, so that the gauge finds its end.", "LFP rest voltages, model notes", "assumed", ValueRules.Seen(static bank => bank.SocContradictsVoltage, "")),
            new("voltage-out-of-range", Severity.Error, "the voltage is not that of a 48 V battery", "W31; the inverter may refuse the battery.", "Check the scale of 0x356 and the number of cells.", "ArminJo/JK-BMSToPylontechCAN #5", "field", ValueRules.Seen(static bank => bank.VoltageOutOfRange, "")),
            new("voltage-jump", Severity.Warning, "the voltage jumps by 3 V or more", "A single low value can stop an inverter.", "Look for a glitch in the gateway, or a battery that switches.", "ryanpulley/DiscoverAEStoPylontech", "field", ValueRules.Seen(static bank => bank.VoltageJump, "")),
            new("temperature-impossible", Severity.Warning, "the temperature is impossible", "An inverter may accept it and stop charging below 0 degC.", "Check the sensor; send the average of those that work.", "esphome-yambms #168", "field", ValueRules.Seen(static bank => bank.TemperatureImpossible, "")),
            new("capacity-changes", Severity.Info, "the capacity changes", "The inverter's own SOC is rescaled.", "Expected where a battery joins or leaves the bank.", SolArk + ", 0x379", "documented", ValueRules.Seen(static bank => bank.CapacityChange, "")),
            new("values-frozen", Severity.Warning, "measurements do not change while current flows", "The inverter acts on old values.", "Restart the gateway; look at the link to the BMS.", "field reports", "assumed", ValueRules.Frozen),
            new("length-for-inverter", Severity.Warning, "frames are shorter than the inverter's document asks for", "Sol-Ark's document says that it recognizes frames of 8 bytes only; real inverters accept shorter ones.", "Choose a dialect that pads to 8 bytes.", SolArk, "documented", InverterRules.Length),
            new("current-beyond-inverter", Severity.Info, "a current limit is beyond the inverter's own", "The inverter keeps its own limit; several of them in parallel share the battery's.", "None for one inverter, if its own Max A settings are right.", "table of inverters below", "documented", InverterRules.Current),
            new("frame-missing-for-inverter", Severity.Error, "a frame that this inverter needs never comes", "The inverter does not take the battery.", "Choose the inverter's protocol in the BMS.", "table of inverters below", "field", InverterRules.NeededIds),
            new("limits-late-for-inverter", Severity.Error, "0x351 comes too seldom for this inverter", "The inverter drops the battery and stops charging.", "Look for pauses of the gateway; send 0x351 every second.", "table of inverters below", "field", InverterRules.LimitsLate),
            new("zero-limit-for-inverter", Severity.Warning, "a limit of 0 A that this inverter does not take as one", "It goes on charging or discharging, or raises an error of its own.", "Test what it does, or send what the table says that it obeys.", "table of inverters below", "field", InverterRules.ZeroLimit),
            new("request-for-inverter", Severity.Warning, "a request of 0x35C that this inverter takes otherwise", "Nothing happens, or more than was asked for.", "Set the charge in the inverter itself.", "table of inverters below", "field", InverterRules.Requests),
            new("cvl-beyond-inverter", Severity.Warning, "the charge voltage limit is above what this inverter charges to", "The battery is never full, and its gauge drifts.", "Choose a battery of 15 cells, or set the inverter's own voltages.", "table of inverters below", "field", InverterRules.Cvl),
            new("length-wrong", Severity.Warning, "a frame has a length that no document and no capture has", "An inverter may drop it.", "Send 8 bytes, the rest zero.", "diyBMSv4ESP32; " + SolArk, "field", ValueRules.LengthWrong),
            new("extended-id", Severity.Error, "battery frames have 29-bit identifiers", "A Sol-Ark or Deye ignores them and never answers.", "Send 11-bit identifiers.", "bms-to-inverter #63", "field", ValueRules.ExtendedId),
            new("bytes-swapped", Severity.Error, "the bytes of a value are swapped", "Limits and SOC are nonsense.", "Send the low byte first.", SolArk + ", " + Pylontech, "documented", ValueRules.Seen(static bank => bank.BytesSwapped, "read low byte first it says")),
            new("force-charge-stuck", Severity.Warning, "a forced charge is requested for a minute or more", "The inverter charges from the grid at any price.", "Expected on an empty battery; otherwise look at the gauge.", Pylontech + ", 0x35C bits 4 and 5", "documented", ValueRules.Stuck(static bank => bank.ForceCharge, "")),
            new("full-charge-stuck", Severity.Info, "a full charge is requested for a minute or more", "Some inverters charge from the grid with 500 W.", "Let the battery reach 97 % once.", "esphome-yambms PR 109", "field", ValueRules.Stuck(static bank => bank.FullCharge, "")),
            new("name-unknown", Severity.Info, "the manufacturer's name is not one that inverters know", "No inverter with protocol 00 is known to refuse it; details of the battery page may be missing.", "Send PYLON if the inverter shows no battery.", "ArminJo/JK-BMSToPylontechCAN", "field", ValueRules.NameUnknown),
        ];
#pragma warning restore IDE0055

        /// <summary>Looks through a survey; the worst finding first, then in the order of the table.</summary>
        public static IReadOnlyList<Finding> Check(BusSurvey bus)
        {
            List<Finding> findings = [];
            foreach (DoctorRule rule in All)
            {
                if (rule.Check(bus) is Evidence evidence)
                {
                    findings.Add(new Finding(rule, evidence));
                }
            }

            return [.. findings.OrderBy(static finding => finding.Severity)];
        }
    }
}
