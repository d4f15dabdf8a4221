using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Instrument
{
    /// <summary>STATus: what the bank does and what is wrong with it.</summary>
    internal static class StatusCommands
    {
        private const int VoltageWrong = 1 << 0;
        private const int CurrentWrong = 1 << 1;
        private const int TimeWrong = 1 << 2;
        private const int TemperatureWrong = 1 << 4;
        private const int FollowerWrong = 1 << 9;
        private const int LinkWrong = 1 << 10;
        private const int BusWrong = 1 << 11;
        private const int FaultInjected = 1 << 12;
        private const int Speaking = 1 << 8;
        private const int Charging = 1 << 9;
        private const int Discharging = 1 << 10;
        private const int InverterAlive = 1 << 11;

        /// <summary>Takes over the state of the bank into the registers.</summary>
        public static void Update(Simulator simulator, CommandInterpreter instrument)
        {
            BankReport report = simulator.Report;
            int flags = report.Protections;
            long now = simulator.NowMilliseconds;
            CanBusState bus = simulator.Master.Recorder.State;
            LinkState link = simulator.Link.StateAt(now);
            instrument.Status.Questionable.Update(
                ((flags & (BmsFlags.OverVoltage | BmsFlags.UnderVoltage)) != 0 ? VoltageWrong : 0)
                | ((flags & (BmsFlags.ChargeOverCurrent | BmsFlags.DischargeOverCurrent)) != 0 ? CurrentWrong : 0)
                | ((flags & (BmsFlags.OverTemperature | BmsFlags.UnderTemperature)) != 0 ? TemperatureWrong : 0)
                | (((flags | report.Alarms) & BmsFlags.System) != 0 ? FollowerWrong : 0)
                | (link == LinkState.Lost ? LinkWrong : 0)
                | (bus == CanBusState.ErrorPassive || bus == CanBusState.BusOff ? BusWrong : 0)
                | (simulator.Faults.IsAnyActiveAt(now) ? FaultInjected : 0));
            instrument.Status.RecordSlips(instrument.Host == null ? 0 : instrument.Host.SlipCount, TimeWrong);
            int current = simulator.Bank.CurrentMilliamps;
            instrument.Status.Operation.Update(
                (simulator.Master.Battery >= 0 && simulator.IsOutputOn ? Speaking : 0)
                | (current > 0 ? Charging : 0)
                | (current < 0 ? Discharging : 0)
                | (link == LinkState.Alive ? InverterAlive : 0));
        }

        /// <summary>Carries out a command of the group.</summary>
        public static void Run(ScpiCall call)
        {
            switch (call.Command)
            {
                case CommandId.Preset: Preset(call); break;
                case CommandId.StatusEvents: Events(call); break;
                case CommandId.StatusCondition: Condition(call); break;
                default: Enable(call); break;
            }
        }

        private static void Preset(ScpiCall call)
        {
            if (call.EndSetting())
            {
                call.Instrument.Status.Operation.Enable = 0;
                call.Instrument.Status.Questionable.Enable = 0;
            }
        }

        private static void Events(ScpiCall call)
        {
            call.Answer().AddNumber(call.IsChecking ? 0 : GroupOf(call).ConsumeEvents());
        }

        private static void Condition(ScpiCall call)
        {
            call.Answer().AddNumber(GroupOf(call).Condition);
        }

        private static void Enable(ScpiCall call)
        {
            if (call.Number(GroupOf(call).Enable))
            {
                GroupOf(call).Enable = call.Value;
            }
        }

        private static StatusGroup GroupOf(ScpiCall call)
        {
            return call.Tag == 0 ? call.Instrument.Status.Operation : call.Instrument.Status.Questionable;
        }
    }
}
