using BatterySim.Bms.Battery;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Instrument
{
    /// <summary>MODule#: what a person can do to one battery, and what its BMS says.</summary>
    internal static class ModuleCommands
    {
        private const int HoldMaxMilliseconds = 60000;

        private static readonly string[] ReplyNames = { "NORMal", "ZEROs", "SILent" };
        private static readonly string[] ProtocolNames = { "PYLontech", "OTHer" };
        private static readonly string[] StateNames = { "OFF", "ASLeep", "STARting", "RUNNing" };

        public static void Dip(ScpiCall call)
        {
            DipSwitch switches = call.Module.DipSwitch;
            if (call.Number("DIP", ScpiUnit.None, 0, (1 << switches.SwitchCount) - 1, 0, switches.Value))
            {
                switches.Set(call.Value);
                call.Simulator.Refresh();
            }
        }

        public static void Breaker(ScpiCall call)
        {
            if (call.Switch("breaker", true, call.Module.Power.IsBreakerOn))
            {
                call.Simulator.SetBreaker(call.ModuleIndex, call.Value != 0);
            }
        }

        public static void Fet(ScpiCall call)
        {
            BatteryModule module = call.Module;
            if (call.Switch("FET", true, (module.HeldOpen & call.Tag) == 0))
            {
                module.HeldOpen = call.Value != 0 ? module.HeldOpen & ~call.Tag : module.HeldOpen | call.Tag;
                call.Simulator.Refresh();
            }
        }

        public static void Reset(ScpiCall call)
        {
            if (call.IsQuery)
            {
                call.Answer().Add(call.ModuleIndex < call.Simulator.Bank.Count && call.Simulator.IsResetPressed(call.ModuleIndex) ? '1' : '0');
            }
            else if (call.TakeWord("PRESs"))
            {
                if (call.EndSetting())
                {
                    call.Simulator.PressReset(call.ModuleIndex);
                }
            }
            else if (call.TakeWord("RELease"))
            {
                if (call.EndSetting())
                {
                    call.Simulator.ReleaseReset(call.ModuleIndex);
                }
            }
            else if (call.ReadNumber("hold time", ScpiUnit.Second, 0, HoldMaxMilliseconds, 100) && call.EndSetting())
            {
                call.Simulator.HoldReset(call.ModuleIndex, call.Value);
            }
        }

        public static void Link(ScpiCall call)
        {
            if (call.ModuleIndex >= call.Staged.BatteryCount - 1)
            {
                call.Fail(ScpiError.HeaderSuffixOutOfRange).Add("no cable leaves the last battery");
                return;
            }

            bool isThere = call.ModuleIndex < call.Simulator.Bank.Wiring.LinkCount;
            if (call.Switch("cable", true, isThere && call.Simulator.Bank.Wiring.IsLinkPlugged(call.ModuleIndex)))
            {
                call.Simulator.Bank.Wiring.SetLink(call.ModuleIndex, call.Value != 0);
                call.Simulator.Refresh();
            }
        }

        public static void Can(ScpiCall call)
        {
            bool isThere = call.ModuleIndex < call.Simulator.Bank.Count;
            bool isPlugged = isThere && call.Simulator.Bank.Wiring.IsInverterPlugged(call.ModuleIndex);
            if (call.Switch("cable", call.ModuleIndex == 0, isPlugged))
            {
                call.Simulator.SetInverterCable(call.ModuleIndex, call.Value != 0);
                call.Simulator.Refresh();
            }
        }

        public static void Soc(ScpiCall call)
        {
            if (call.Number("SOC", ScpiUnit.Percent, 0, 1000, 500, call.Module.SocPermille))
            {
                call.Module.SetSocPermille(call.Value);
                call.Simulator.Refresh();
            }
        }

        public static void Soh(ScpiCall call)
        {
            if (call.Number("SOH", ScpiUnit.Percent, 1, 1000, 1000, call.Module.SohPermille))
            {
                call.Module.SetSohPermille(call.Value);
                call.Simulator.Refresh();
            }
        }

        public static void Capacity(ScpiCall call)
        {
            BatteryModule module = call.Module;
            int standard = (int)((long)call.Simulator.Bank.Profile.NumberOf(ProfileKey.CapacityMilliampereHours) * module.SohPermille / 1000);
            if (call.Number("capacity", ScpiUnit.AmpereHour, 1000, 2000000, standard, module.CapacityMilliampereHours))
            {
                module.SetCapacity(call.Value);
                call.Simulator.Refresh();
            }
        }

        public static void Temperature(ScpiCall call)
        {
            if (call.Number("temperature", ScpiUnit.Celsius, -400, 1000, 250, call.Module.TemperatureDecidegrees))
            {
                call.Module.SetTemperature(call.Value);
                call.Simulator.Refresh();
            }
        }

        public static void Ambient(ScpiCall call)
        {
            if (call.Number("ambient temperature", ScpiUnit.Celsius, -400, 1000, 250, call.Module.AmbientDecidegrees))
            {
                call.Module.AmbientDecidegrees = call.Value;
            }
        }

        public static void Resistance(ScpiCall call)
        {
            if (call.Number("resistance", ScpiUnit.Percent, 100, 100000, 1000, call.Module.ResistancePermille))
            {
                call.Module.SetResistancePermille(call.Value);
                call.Simulator.Refresh();
            }
        }

        public static void CellOffset(ScpiCall call)
        {
            CellString cells = call.Module.Cells;
            int cell = call.SecondSuffix <= cells.Count ? call.SecondSuffix - 1 : 0;
            if (call.Number("offset", ScpiUnit.Percent, -500, 500, 0, cells.SocOffsetOf(cell)))
            {
                cells.SetSocOffset(cell, call.Value);
            }
        }

        // All cells at once, so that a place of *SAV needs one line for them.
        public static void CellOffsets(ScpiCall call)
        {
            CellString cells = call.Module.Cells;
            int count = call.Staged.Profile.NumberOf(ProfileKey.CellCount);
            if (call.IsQuery)
            {
                for (int cell = 0; cell < count; cell++)
                {
                    call.AnswerNumber(cells.SocOffsetOf(cell), ScpiUnit.Percent);
                }

                return;
            }

            for (int cell = 0; cell < count && !call.HasFailed; cell++)
            {
                if (call.ReadNumber("offset", ScpiUnit.Percent, -500, 500, 0))
                {
                    call.Offsets[cell] = call.Value;
                }
            }

            if (call.HasFailed || !call.EndSetting())
            {
                return;
            }

            for (int cell = 0; cell < count; cell++)
            {
                cells.SetSocOffset(cell, call.Offsets[cell]);
            }
        }

        public static void CellVoltage(ScpiCall call)
        {
            CellString cells = call.Module.Cells;
            int cell = call.SecondSuffix <= cells.Count ? call.SecondSuffix - 1 : 0;
            call.AnswerNumber((long)(cells.MillivoltsOf(cell) + 0.5f), ScpiUnit.Volt);
        }

        public static void Reply(ScpiCall call)
        {
            if (call.Choice("reply", ReplyNames, 0, (int)call.Module.Reply))
            {
                call.Module.Reply = (ReplyKind)call.Value;
                call.Simulator.Refresh();
            }
        }

        public static void Protocol(ScpiCall call)
        {
            if (call.Choice("protocol", ProtocolNames, 0, call.Module.SpeaksPylontech ? 0 : 1))
            {
                call.Module.SpeaksPylontech = call.Value == 0;
                call.Simulator.Refresh();
            }
        }

        public static void State(ScpiCall call)
        {
            call.AnswerName(StateNames[(int)call.Module.Power.State]);
        }

        public static void Measure(ScpiCall call)
        {
            BatteryModule module = call.Module;
            switch (call.Tag)
            {
                case 0: call.AnswerNumber(module.VoltageMillivolts, ScpiUnit.Volt); break;
                case 1: call.AnswerNumber(module.CurrentMilliamps, ScpiUnit.Ampere); break;
                case 2: call.AnswerNumber(module.CellMaxMillivolts, ScpiUnit.Volt); break;
                case 3: call.AnswerNumber(module.CellMinMillivolts, ScpiUnit.Volt); break;
                case 4: call.AnswerNumber(module.Address, ScpiUnit.None); break;
                case 5: call.AnswerNumber(module.Protections.Protections, ScpiUnit.None); break;
                case 6: call.AnswerNumber(module.Protections.Alarms, ScpiUnit.None); break;
                case 7: call.AnswerNumber(module.Protections.TripCount, ScpiUnit.None); break;
                default:
                    call.AnswerNumber(module.ChargeCurrentLimitMilliamps, ScpiUnit.Ampere);
                    call.AnswerNumber(module.DischargeCurrentLimitMilliamps, ScpiUnit.Ampere);
                    break;
            }
        }
    }
}
