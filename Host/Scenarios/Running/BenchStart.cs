using System.Threading;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>What a bench waits for and looks at once its bank is set up and before the scenario's clock starts.</summary>
    /// <remarks>The wait for the inverter must not count as time in which this machine stood still.</remarks>
    internal sealed class BenchStart(BenchPorts ports, RegisterWatch? registers)
    {
        private const int SettleBursts = 3;
        private const int SettleMillisecondsMax = 5000;
        private const int LookMilliseconds = 10;

        private readonly CanFrame _frame = new();
        private readonly FrameWatch _before = new();

        /// <summary>Waits until bank and inverter are there, and looks whether the inverter is what the scenario begins with.</summary>
        /// <returns>What is there, and in one sentence why nothing can be judged; null for no reason.</returns>
        public (InverterConditions Conditions, string? Obstacle) Look(SetupPlan plan, CancellationToken stop)
        {
            while (ports.TryReceive(_frame, out _))
            {
                // What waits here may be of the bank that was there before.
            }

            if (plan.StartsAwake)
            {
                // What was set last is in the frames once every battery was asked and the report was made of it: two bursts later at the latest.
                FrameSlot limits = _before.SlotOf(LimitsFrame.CanId, false);
                bool IsSettled()
                {
                    ConsumeFrames();
                    return limits.Count >= SettleBursts;
                }

                BenchWait.Until(LookMilliseconds, SettleMillisecondsMax, IsSettled, stop);
            }

            registers?.Begin(_before, ConsumeFrames, stop);
            return !plan.HasInverter ? (InverterConditions.None, null)
                : registers == null ? (InverterConditions.Unseen(plan), null)
                : registers.CheckConditions(plan, _before, ConsumeFrames, stop);
        }

        private void ConsumeFrames()
        {
            while (ports.TryReceive(_frame, out long microseconds))
            {
                _before.Record(microseconds, _frame);
            }
        }
    }
}
