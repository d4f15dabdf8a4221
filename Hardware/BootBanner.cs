using BatterySim.Bms;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using BatterySim.Hardware.Settings;

namespace BatterySim.Hardware
{
    /// <summary>What the console shows after power-up.</summary>
    public static class BootBanner
    {
        /// <summary>The banner, its lines ended with CR LF.</summary>
        /// <param name="firmware">A firmware whose CAN controller was started.</param>
        /// <param name="settings">Its settings.</param>
        /// <param name="restartReason">Why the board restarted; null after a plain power-up.</param>
        public static string Write(Firmware firmware, BoardSettings settings, string restartReason)
        {
            BatteryBank bank = firmware.Bank.Simulator.Bank;
            return "\r\n"
                + Product.Name + " " + Product.Version + " on " + firmware.Parts.BoardName + "\r\n"
                + "*** THIS IS NO BATTERY. It stores nothing and protects nothing. Never let an inverter\r\n"
                + "*** charge or discharge a real battery on the strength of what it says.\r\n"
                + (restartReason == null ? "" : "restarted: " + restartReason + "\r\n")
                + (firmware.Guard.IsSafeMode ? SafeMode(firmware.Guard) : "settings:  " + firmware.Store.Message + "\r\n")
                + "profile:   " + bank.Profile.Name + ", " + bank.Profile.Title + "\r\n"
                + "switches:  " + Role(firmware) + "\r\n"
                + "followers: " + Followers(bank) + "\r\n"
                + (firmware.Bank.Problem == null ? "" : "! memory:  " + firmware.Bank.Problem + "\r\n")
                + "dialect:   " + settings.Dialect + ", cadence " + CadenceNames.Of(settings.Cadence) + "\r\n"
                + "CAN:       " + firmware.Parts.Can.Title + ", " + firmware.CanCondition + "\r\n"
                + "bank:      " + (settings.WakesByItself ? "wakes by itself" : "asleep; press RST to wake it") + "\r\n"
                + "type HELP and Enter for the board's commands\r\n";
        }

        /// <summary>What the switches make of the board.</summary>
        public static string Role(Firmware firmware)
        {
            BoardBank bank = firmware.Bank;
            int dip = bank.LatchedDip < 0 ? firmware.Dip : bank.LatchedDip;
            string role = dip == bank.MasterDip
                ? "id " + dip + ": the master, talks to the inverter"
                : "id " + dip + ": not the master, so the CAN port is silent; set the switches to " + bank.MasterDip + " and restart the bank";
            return bank.LatchedDip >= 0 && bank.LatchedDip != firmware.Dip
                ? role + " (they show " + firmware.Dip + " now, which counts from the next start of the bank on)"
                : role;
        }

        private static string SafeMode(StartGuard guard)
        {
            return "! SAFE MODE: the last " + guard.Failures + " starts ended within " + (StartGuard.LastingMilliseconds / 1000) + " s.\r\n"
                + "! The settings of a new board are in force and the CAN port stays silent. Change what the board cannot\r\n"
                + "! start with, such as BOARD:FOLLowers, keep it with BOARD:SAVE, or forget it with BOARD:DEFaults;\r\n"
                + "! then BOARD:RESTart.\r\n";
        }

        private static string Followers(BatteryBank bank)
        {
            if (bank.Count == 1)
            {
                return "none";
            }

            bool hasSwitches = bank.Profile.NumberOf(ProfileKey.AddressBits) > 0;
            string text = (bank.Count - 1) + " with id";
            for (int index = 1; index < bank.Count; index++)
            {
                text += " " + (hasSwitches ? bank.ModuleAt(index).DipSwitch.Value : bank.ModuleAt(index).Address);
            }

            return text;
        }
    }
}
