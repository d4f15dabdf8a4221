using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Panel.Engine.Pictures
{
    /// <summary>Takes pictures of a twin, on the thread that runs it.</summary>
    internal sealed class PictureMaker
    {
        private readonly TwinSession _session;
        private readonly LocalInstrument _instrument;
        private readonly FrameMemory _frames;
        private readonly InverterPictures _inverter = new();

        private readonly RegisterPictures? _registers;

        /// <param name="session">The twin.</param>
        /// <param name="registers">A real inverter on its bus; null for none.</param>
        public PictureMaker(TwinSession session, RegisterPictures? registers = null)
        {
            _registers = registers;
            _session = session;
            _instrument = new LocalInstrument(session.Simulator);
            _frames = new FrameMemory(_instrument);
        }

        /// <summary>Everything at this moment.</summary>
        /// <param name="speed">Simulated seconds in a second; 0 for as fast as possible.</param>
        /// <param name="scenario">The scenario that runs or ended last.</param>
        /// <param name="recording">What is being recorded.</param>
        public BenchPicture Take(double speed, ScenarioPicture? scenario, RecordingPicture? recording)
        {
            Simulator simulator = _session.Simulator;
            long now = _session.NowMilliseconds;
            BankPicture bank = Bank(simulator);
            return new BenchPicture(
                now,
                speed,
                bank,
                [.. Enumerable.Range(0, simulator.Bank.Count).Select(index => Battery(simulator, index))],
                Frames(simulator.Schedule, now),
                Bus(simulator, now),
                Faults(simulator, now),
                _session.Inverter is { } inverter ? _inverter.Of(inverter, simulator.Report, now) : _registers?.Of(bank),
                scenario,
                recording);
        }

        private BankPicture Bank(Simulator simulator)
        {
            BankReport report = simulator.Report;
            return new BankPicture(
                simulator.Bank.Profile.Name,
                simulator.Schedule.Dialect.Name,
                simulator.Schedule.Cadence.ToString().ToLowerInvariant(),
                simulator.IsOutputOn,
                _session.LoadWatts,
                report.VoltageMillivolts,
                report.CurrentMilliamps,
                report.SocPermille,
                report.SohPermille,
                report.TemperatureDecidegrees,
                report.ChargeVoltageLimitMillivolts,
                report.DischargeVoltageLimitMillivolts,
                report.ChargeCurrentLimitMilliamps,
                report.DischargeCurrentLimitMilliamps,
                report.ModulesOnline,
                simulator.Master.Battery + 1,
                report.Protections,
                report.Alarms);
        }

        private static BatteryPicture Battery(Simulator simulator, int index)
        {
            BatteryModule module = simulator.Bank.ModuleAt(index);
            ChainWiring wiring = simulator.Bank.Wiring;
            int master = simulator.Master.Battery == CanMaster.Nobody ? 0 : simulator.Master.Battery;
            return new BatteryPicture(
                index + 1,
                module.DipSwitch.Value,
                module.DipSwitch.SwitchCount,
                simulator.Bank.Profile.NumberOf(ProfileKey.AddressSwitchOneIsLeastSignificant) != 0,
                module.Power.IsBreakerOn,
                module.Power.State.ToString().ToLowerInvariant(),
                module.Address,
                module.VoltageMillivolts,
                simulator.Bank.CurrentOf(index),
                module.SocPermille,
                module.TemperatureDecidegrees,
                module.CellMaxMillivolts,
                module.CellMinMillivolts,
                module.ChargeCurrentLimitMilliamps,
                module.DischargeCurrentLimitMilliamps,
                module.Protections.Protections,
                module.Protections.Alarms,
                index == simulator.Master.Battery,
                index < wiring.LinkCount && wiring.IsLinkPlugged(index),
                wiring.IsInverterPlugged(index),
                simulator.IsResetPressed(index),
                (module.HeldOpen & Blocks.Charge) != 0,
                (module.HeldOpen & Blocks.Discharge) != 0,
                !wiring.AreConnected(master, index),
                module.Reply switch { ReplyKind.Silent => "SIL", ReplyKind.Zeros => "ZERO", _ => "NORM" },
                !module.SpeaksPylontech,
                module.Protections.IsLockedOut);
        }

        private List<FramePicture> Frames(FrameSchedule schedule, long nowMilliseconds)
        {
            var frames = new List<FramePicture>();
            foreach (FrameDefinition definition in schedule.Dialect.Order)
            {
                if (definition.Id != CapacityFrame.CanId || schedule.Dialect.SendsCapacity)
                {
                    frames.Add(_frames.Picture(definition.Id, schedule.StatisticsOf(definition.Id), nowMilliseconds));
                }
            }

            return frames;
        }

        private BusPicture Bus(Simulator simulator, long nowMilliseconds)
        {
            InverterLink link = simulator.Link;
            return new BusPicture(
                _session.BankNode.State switch
                {
                    CanBusState.ErrorActive => "error-active",
                    CanBusState.ErrorWarning => "error-warning",
                    CanBusState.ErrorPassive => "error-passive",
                    _ => "bus-off",
                },
                _session.BankNode.TransmitErrorCount,
                _session.BankNode.ReceiveErrorCount,
                _session.Bus.FrameCount,
                simulator.Cable.LostCount,
                link.StateAt(nowMilliseconds).ToString().ToLowerInvariant(),
                link.Count,
                link.Count == 0 ? -1 : nowMilliseconds - link.LastSeenMilliseconds,
                link.IntervalMinMilliseconds,
                link.IntervalMeanMilliseconds,
                link.IntervalMaxMilliseconds,
                [.. Enumerable.Range(0, InverterLink.BinCount).Select(bin => new HistogramClass(
                    bin == InverterLink.BinCount - 1 ? int.MaxValue : InverterLink.BinEdgeAt(bin), link.BinAt(bin)))]);
        }

        private List<FaultPicture> Faults(Simulator simulator, long nowMilliseconds)
        {
            var faults = new List<FaultPicture>();
            for (int place = 0; place < simulator.Faults.WindowCount; place++)
            {
                FaultWindow window = simulator.Faults.At(place);
                if (!window.IsSet)
                {
                    continue;
                }

                (string header, SettingRow row) = FaultHeaders.Of(place);
                IEnumerable<string> values = ScpiFields.Split(_instrument.Ask(header + "?")).Take(row.ParameterCount);
                faults.Add(new FaultPicture(
                    header,
                    string.Join(",", values),
                    Math.Max(0, window.StartMilliseconds - nowMilliseconds),
                    window.EndMilliseconds == long.MaxValue ? null : window.EndMilliseconds - nowMilliseconds));
            }

            return faults;
        }
    }
}
