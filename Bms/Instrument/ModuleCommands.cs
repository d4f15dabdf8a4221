using BatterySim.Bms.Battery;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Instrument
{
    /// <summary>MODule#: what a person can do to one battery, and what its BMS says.</summary>
    internal static class ModuleCommands
    {
        /// <summary>Carries out a command of the group.</summary>
        public static void Run(ScpiCall call)
        {
            switch (call.Command)
            {
                case CommandId.Dip: Dip(call); break;
                case CommandId.Breaker: Breaker(call); break;
                case CommandId.Fet: Fet(call); break;
                case CommandId.ResetButton: Reset(call); break;
                case CommandId.Link: Link(call); break;
                case CommandId.LinkPorts: Ports(call); break;
                case CommandId.InverterCable: Can(call); break;
                case CommandId.Soh: Soh(call); break;
                case CommandId.Capacity: Capacity(call); break;
                case CommandId.Soc: Soc(call); break;
                case CommandId.Temperature: Temperature(call); break;
                case CommandId.Ambient: Ambient(call); break;
                case CommandId.Resistance: Resistance(call); break;
                case CommandId.Connection: Connection(call); break;
                case CommandId.Reply: Reply(call); break;
                case CommandId.CanProtocol: Protocol(call); break;
                case CommandId.CellOffset: CellOffset(call); break;
                case CommandId.CellOffsets: CellOffsets(call); break;
                case CommandId.CellVoltage: CellVoltage(call); break;
                case CommandId.ModuleMeasure: Measure(call); break;
                case CommandId.Gauge: Gauge(call); break;
                case CommandId.GaugeError: GaugeError(call); break;
                default: State(call); break;
            }
        }

        private static void Dip(ScpiCall call)
        {
            DipSwitch switches = call.Module.DipSwitch;

            // Those of the bank that the line will find: *RCL may bring a product back that has other switches.
            call.Row.ParameterAt(0).Narrow(0, (1 << call.Staged.Profile.NumberOf(ProfileKey.AddressBits)) - 1, 0);
            if (call.Number(switches.Value))
            {
                switches.Set(call.Value);
                call.Simulator.Refresh();
            }
        }

        private static void Breaker(ScpiCall call)
        {
            if (call.Switch(call.Module.Power.IsBreakerOn))
            {
                call.Simulator.SetBreaker(call.ModuleIndex, call.Value != 0);
            }
        }

        private static void Fet(ScpiCall call)
        {
            BatteryModule module = call.Module;
            if (call.Switch((module.HeldOpen & call.Tag) == 0))
            {
                module.HeldOpen = call.Value != 0 ? module.HeldOpen & ~call.Tag : module.HeldOpen | call.Tag;
                call.Simulator.Refresh();
            }
        }

        private static void Reset(ScpiCall call)
        {
            if (call.IsQuery)
            {
                call.Answer().Add(call.ModuleIndex < call.Simulator.Bank.Count && call.Simulator.IsResetPressed(call.ModuleIndex) ? '1' : '0');
            }
            else if (call.ConsumeWord("PRESs"))
            {
                if (call.EndSetting())
                {
                    call.Simulator.PressReset(call.ModuleIndex);
                }
            }
            else if (call.ConsumeWord("RELease"))
            {
                if (call.EndSetting())
                {
                    call.Simulator.ReleaseReset(call.ModuleIndex);
                }
            }
            else if (call.ReadNumber() && call.EndSetting())
            {
                call.Simulator.HoldReset(call.ModuleIndex, call.Value);
            }
        }

        private static bool HasLink(ScpiCall call)
        {
            if (call.ModuleIndex < call.Staged.BatteryCount - 1)
            {
                return true;
            }

            call.Fail(ScpiError.HeaderSuffixOutOfRange).Add("no cable leaves the last battery");
            return false;
        }

        private static void Ports(ScpiCall call)
        {
            if (!HasLink(call))
            {
                return;
            }

            ChainWiring wiring = call.Simulator.Bank.Wiring;
            if (call.Choice(call.ModuleIndex < wiring.LinkCount ? (int)wiring.PortsOf(call.ModuleIndex) : 0))
            {
                wiring.SetPorts(call.ModuleIndex, (LinkPorts)call.Value);
                call.Simulator.Refresh();
            }
        }

        private static void Link(ScpiCall call)
        {
            if (!HasLink(call))
            {
                return;
            }

            bool isThere = call.ModuleIndex < call.Simulator.Bank.Wiring.LinkCount;
            if (call.Switch(isThere && call.Simulator.Bank.Wiring.IsLinkPlugged(call.ModuleIndex)))
            {
                call.Simulator.Bank.Wiring.SetLink(call.ModuleIndex, call.Value != 0);
                call.Simulator.Refresh();
            }
        }

        private static void Can(ScpiCall call)
        {
            bool isThere = call.ModuleIndex < call.Simulator.Bank.Count;
            bool isPlugged = isThere && call.Simulator.Bank.Wiring.IsInverterPlugged(call.ModuleIndex);
            call.Row.ParameterAt(0).Default = call.ModuleIndex == 0 ? 1 : 0;
            if (call.Switch(isPlugged))
            {
                call.Simulator.SetInverterCable(call.ModuleIndex, call.Value != 0);
                call.Simulator.Refresh();
            }
        }

        private static void Soc(ScpiCall call)
        {
            if (call.Number(call.Module.SocPermille))
            {
                call.Module.SetSocPermille(call.Value);
                call.Simulator.Refresh();
            }
        }

        private static void Soh(ScpiCall call)
        {
            if (call.Number(call.Module.SohPermille))
            {
                call.Module.SetSohPermille(call.Value);
                call.Simulator.Refresh();
            }
        }

        private static void Capacity(ScpiCall call)
        {
            BatteryModule module = call.Module;
            int standard = (int)((long)call.Simulator.Bank.Profile.NumberOf(ProfileKey.CapacityMilliampereHours) * module.SohPermille / 1000);
            call.Row.ParameterAt(0).Default = standard;
            if (call.Number(module.CapacityMilliampereHours))
            {
                module.SetCapacity(call.Value);
                call.Simulator.Refresh();
            }
        }

        private static void Temperature(ScpiCall call)
        {
            if (call.Number(call.Module.TemperatureDecidegrees))
            {
                call.Module.SetTemperature(call.Value);
                call.Simulator.Refresh();
            }
        }

        private static void Ambient(ScpiCall call)
        {
            if (call.Number(call.Module.AmbientDecidegrees))
            {
                call.Module.AmbientDecidegrees = call.Value;
            }
        }

        private static void Resistance(ScpiCall call)
        {
            if (call.Number(call.Module.ResistancePermille))
            {
                call.Module.SetResistancePermille(call.Value);
                call.Simulator.Refresh();
            }
        }

        private static void Connection(ScpiCall call)
        {
            // A bank that *RCL is about to bring may have more batteries.
            BatteryBank bank = call.Simulator.Bank;
            int index = call.ModuleIndex < bank.Count ? call.ModuleIndex : 0;
            call.Row.ParameterAt(0).Default = bank.DrawnConnectionMicroohmsOf(index);
            if (call.Number(bank.ConnectionMicroohmsOf(index)))
            {
                bank.SetConnection(index, call.Value);
                call.Simulator.Refresh();
            }
        }

        private static void CellOffset(ScpiCall call)
        {
            CellString cells = call.Module.Cells;
            int cell = call.SecondSuffix <= cells.Count ? call.SecondSuffix - 1 : 0;
            if (call.Number(cells.SocOffsetOf(cell)))
            {
                cells.SetSocOffset(cell, call.Value);
            }
        }

        // All cells at once, so that a place of *SAV needs one line for them.
        private static void CellOffsets(ScpiCall call)
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
                if (call.ReadNumber())
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

        private static void CellVoltage(ScpiCall call)
        {
            CellString cells = call.Module.Cells;
            int cell = call.SecondSuffix <= cells.Count ? call.SecondSuffix - 1 : 0;
            call.AnswerNumber((long)(cells.MillivoltsOf(cell) + 0.5f), ScpiUnit.Volt);
        }

        private static void Reply(ScpiCall call)
        {
            if (call.Choice((int)call.Module.Reply))
            {
                call.Module.Reply = (ReplyKind)call.Value;
                call.Simulator.Refresh();
            }
        }

        private static void Protocol(ScpiCall call)
        {
            if (call.Choice(call.Module.SpeaksPylontech ? 0 : 1))
            {
                call.Module.SpeaksPylontech = call.Value == 0;
                call.Simulator.Refresh();
            }
        }

        private static void Gauge(ScpiCall call)
        {
            if (call.Choice(call.Module.GaugeFollowsVoltage ? 1 : 0))
            {
                call.Module.GaugeFollowsVoltage = call.Value != 0;
                call.Simulator.Refresh();
            }
        }

        private static void GaugeError(ScpiCall call)
        {
            if (call.Number(call.Module.GaugeErrorPermille))
            {
                call.Module.GaugeErrorPermille = call.Value;
            }
        }

        private static void State(ScpiCall call)
        {
            call.AnswerWord("OFF|ASLeep|STARting|RUNNing", (int)call.Module.Power.State);
        }

        private static void Measure(ScpiCall call)
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
