using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Protocol;

namespace BatterySim.Hardware
{
    /// <summary>The answer to BOARD?: how things stand, for a person.</summary>
    public static class BoardStatus
    {
        /// <summary>A few lines without the last end of line.</summary>
        public static string Write(Firmware firmware)
        {
            Simulator simulator = firmware.Bank.Simulator;
            BatteryModule own = firmware.Bank.OwnBattery;
            DriverFaults faults = firmware.Faults;
            return "up:        " + (firmware.UptimeMilliseconds / 1000) + " s\r\n"
                + "switches:  " + BootBanner.Role(firmware) + "\r\n"
                + "battery:   " + Power(own) + ", SOC " + (own.SocPermille / 10) + " %, " + own.VoltageMillivolts + " mV, "
                + own.CurrentMilliamps + " mA\r\n"
                + "CAN:       " + firmware.Parts.Can.Title + ", " + firmware.CanCondition + "\r\n"
                + "sent:      " + simulator.Schedule.SetCount + " sets\r\n"
                + "inverter:  " + Inverter(simulator) + "\r\n"
                + "failures:  CAN " + faults.CountOf(DriverFaults.Can) + ", serial " + faults.CountOf(DriverFaults.Serial) + ", pins "
                + faults.CountOf(DriverFaults.Pins);
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
            string heard = ", " + link.Count + " times 0x305";
            switch (link.StateAt(simulator.NowMilliseconds))
            {
                case LinkState.Alive: return "alive" + heard;
                case LinkState.Late: return "late" + heard;
                case LinkState.Lost: return "lost" + heard;
                default: return "not heard yet";
            }
        }
    }
}
