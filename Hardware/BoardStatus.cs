using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Protocol;

namespace BatterySim.Hardware
{
    /// <summary>The answer to BOARD?: how the board is, for a person, one text a part.</summary>
    public static class BoardStatus
    {
        /// <summary>Answers a call.</summary>
        public static void Write(ScpiCall call, Firmware firmware)
        {
            Simulator simulator = firmware.Bank.Simulator;
            BatteryModule own = firmware.Bank.OwnBattery;
            DriverErrors faults = firmware.Faults;
            Put(call, "up: ", firmware.UptimeMilliseconds / 1000 + " s");
            Put(call, "switches: ", BootBanner.Role(firmware));
            Put(call, "battery: ", Power(own) + ", SOC " + (own.SocPermille / 10) + " %, " + own.VoltageMillivolts + " mV, "
                + own.CurrentMilliamps + " mA");
            Put(call, "CAN: ", firmware.Parts.Can.Title + ", " + firmware.CanCondition);
            Put(call, "sent: ", simulator.Schedule.BurstCount + " bursts");
            Put(call, "inverter: ", Inverter(simulator));
            Put(call, "failures: ", "CAN " + faults.CountOf(DriverErrors.Can) + ", serial " + faults.CountOf(DriverErrors.Serial) + ", pins "
                + faults.CountOf(DriverErrors.Pins));
        }

        private static void Put(ScpiCall call, string title, string text)
        {
            TextBuffer answer = call.Answer();
            answer.Add('"');
            answer.Add(title);
            for (int index = 0; index < text.Length; index++)
            {
                answer.Add(text[index] == '"' ? '\'' : text[index]);
            }

            answer.Add('"');
        }

        private static string Power(BatteryModule module)
        {
            string breaker = module.Power.IsBreakerOn ? "" : ", breaker off";
            switch (module.Power.State)
            {
                case PowerState.Running: return "awake" + breaker;
                case PowerState.Starting: return "starting" + breaker;
                case PowerState.Asleep: return "asleep" + breaker;
                default: return "off" + breaker;
            }
        }

        private static string Inverter(Simulator simulator)
        {
            InverterLink link = simulator.Link;
            string received = ", " + link.Count + " times 0x305";
            switch (link.StateAt(simulator.NowMilliseconds))
            {
                case LinkState.Alive: return "alive" + received;
                case LinkState.Late: return "late" + received;
                case LinkState.Lost: return "lost" + received;
                default: return "not received yet";
            }
        }
    }
}
