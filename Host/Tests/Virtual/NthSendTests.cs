using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Virtual
{
    /// <summary>The inverter's plug is pulled after each of three hundred frames in turn.</summary>
    /// <remarks>What the bank offered is sent, waiting or refused, and counted once.</remarks>
    public class NthSendTests
    {
        private const int Frames = 300;
        private const int EndMilliseconds = 90_000;
        private const int UnpluggedMilliseconds = 20_000;
        private const int StepMilliseconds = 10;

        [Fact]
        public void PlugPulledAtTheNthFrame_LosesNothingUncounted()
        {
            int offered = Run(int.MaxValue, out int refusedUndisturbed);
            Assert.Equal(0, refusedUndisturbed);
            Assert.True(offered > Frames);
            for (int failing = 1; failing <= Frames; failing++)
            {
                Assert.Equal(offered, Run(failing, out int refused));
                Assert.True(refused > 0, $"nothing was refused after frame {failing}");
            }
        }

        // Returns what the bank offered to its controller.
        private static int Run(int failing, out int refused)
        {
            var session = new TwinSession(new TwinOptions { HasRecorder = false });
            int completed = 0;
            long pulledAt = long.MaxValue;
            session.Bus.FrameCompleted += (microseconds, sender, _) =>
            {
                if (sender == session.BankNode && ++completed == failing)
                {
                    pulledAt = microseconds / 1000;
                }
            };
            while (session.NowMilliseconds < EndMilliseconds)
            {
                session.AdvanceTo(session.NowMilliseconds + StepMilliseconds);
                bool isOut = session.NowMilliseconds > pulledAt && session.NowMilliseconds <= pulledAt + UnpluggedMilliseconds;
                if (isOut == session.IsInverterConnected)
                {
                    session.SetInverterConnected(!isOut);
                }
            }

            FrameStatistics[] all = [.. Statistics(session.Simulator)];
            refused = all.Sum(static one => one.Failed);
            int taken = all.Sum(static one => one.Sent);
            Assert.Equal(completed, session.BankNode.SentCount);
            Assert.Equal(taken, completed + session.BankNode.PendingCount);
            return taken + refused;
        }

        private static IEnumerable<FrameStatistics> Statistics(Simulator simulator)
        {
            for (int index = 0; index < FrameTable.Count; index++)
            {
                yield return simulator.Schedule.StatisticsOf(FrameTable.At(index).Id);
            }
        }
    }
}
