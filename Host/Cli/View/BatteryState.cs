using System.Collections.Generic;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using Spectre.Console;

namespace BatterySim.Host.Cli.View
{
    /// <summary>How a battery is, in words: what was done to it first, then what it does about it.</summary>
    internal static class BatteryState
    {
        /// <summary>The words and how alarming they are.</summary>
        /// <param name="simulator">The bank.</param>
        /// <param name="index">0 for the first battery.</param>
        public static (string Words, Style Style) Of(Simulator simulator, int index)
        {
            BatteryModule module = simulator.Bank.ModuleAt(index);
            List<string> words = [];
            AddIf(words, !module.Power.IsBreakerOn, "breaker off");
            if (module.Power.IsBreakerOn || module.Power.State != PowerState.Off)
            {
                words.Add(PowerWord(module.Power.State));
            }

            int protections = module.Protections.Protections;
            AddIf(words, protections != 0, "protection: " + Figures.Flags(protections));
            AddIf(words, protections == 0 && module.Protections.Alarms != 0, "alarm: " + Figures.Flags(module.Protections.Alarms));
            AddIf(words, module.Protections.IsLockedOut, "locked out");
            AddIf(words, IsCut(simulator, index), "chain cut");
            AddIf(words, module.Reply == ReplyKind.Silent, "silent");
            AddIf(words, module.Reply == ReplyKind.Zeros, "answers zeros");
            AddIf(words, !module.SpeaksPylontech, "other CAN protocol");
            AddIf(words, (module.HeldOpen & Blocks.Charge) != 0, "charge FET open");
            AddIf(words, (module.HeldOpen & Blocks.Discharge) != 0, "discharge FET open");
            AddIf(words, simulator.IsResetPressed(index), "RST held");
            bool isWell = words.Count == 1 && module.IsRunning;
            return (string.Join(", ", words), isWell ? Palette.Good : protections != 0 || !module.Power.IsBreakerOn ? Palette.Bad : Palette.Wary);
        }

        private static string PowerWord(PowerState state) => state switch
        {
            PowerState.Running => "running",
            PowerState.Starting => "starting",
            PowerState.Asleep => "asleep",
            _ => "off",
        };

        private static bool IsCut(Simulator simulator, int index)
        {
            int master = simulator.Master.Battery == CanMaster.Nobody ? 0 : simulator.Master.Battery;
            return !simulator.Bank.Wiring.AreConnected(master, index);
        }

        private static void AddIf(List<string> words, bool isSo, string word)
        {
            if (isSo)
            {
                words.Add(word);
            }
        }
    }
}
