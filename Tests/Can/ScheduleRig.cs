using BatterySim.Bms;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;

namespace BatterySim.Tests.Can
{
    /// <summary>A schedule with its bus, its report and a clock that a test moves.</summary>
    internal sealed class ScheduleRig
    {
        private readonly InverterLink _link = new InverterLink();
        private readonly FrameSchedule _schedule;

        public ScheduleRig(DialectSettings dialect, Cadence cadence, uint seed)
        {
            Bus = new RecordingBus();
            Report = Reports.TenPylontech();
            _schedule = new FrameSchedule(Bus, new Prng(seed));
            _schedule.Use(dialect, cadence, 0L);
            _schedule.Start(0L);
        }

        public RecordingBus Bus { get; }

        public BankReport Report { get; }

        public FrameSchedule Schedule { get { return _schedule; } }

        /// <summary>A rig that speaks the default dialect.</summary>
        public static ScheduleRig SolArk(Cadence cadence)
        {
            return new ScheduleRig(Dialects.Create("sol-ark"), cadence, 1u);
        }

        /// <summary>Does everything that falls due up to and including a time.</summary>
        public void RunTo(long milliseconds)
        {
            while (_schedule.NextEventMilliseconds <= milliseconds)
            {
                Bus.NowMilliseconds = _schedule.NextEventMilliseconds;
                _schedule.Run(Bus.NowMilliseconds, Report);
            }

            Bus.NowMilliseconds = milliseconds;
        }

        /// <summary>Lets a 0x305 arrive at a time, after everything that fell due before it.</summary>
        public void ReplyAt(long milliseconds)
        {
            RunTo(milliseconds);
            bool afterSilence = _link.StateAt(milliseconds) != LinkState.Alive;
            _link.Record(milliseconds);
            _schedule.OnReply(milliseconds, afterSilence);
            RunTo(milliseconds);
        }

        /// <summary>An inverter that answers every burst 5 ms after its 0x356, up to a time.</summary>
        public void AnswerEverySetTo(long milliseconds)
        {
            int answered = 0;
            for (long now = Bus.NowMilliseconds; now <= milliseconds; now += 5L)
            {
                RunTo(now);
                int measured = Bus.CountOf(MeasurementsFrame.CanId);
                if (measured > answered)
                {
                    answered = measured;
                    ReplyAt(now + 5L);
                }
            }
        }
    }
}
