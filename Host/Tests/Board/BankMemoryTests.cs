using System.Linq;
using System.Reflection;
using BatterySim.Bms;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Board;
using BatterySim.Host.Verification.Meter;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>What a board reckons for a bank before it builds one, against what the bank weighs: that which goes when it is dropped.</summary>
    public class BankMemoryTests
    {
        private const int BankCapacity = 16;
        private const int ErrorPercent = 5;

        public static TheoryData<string, int> Banks()
        {
            var banks = new TheoryData<string, int>();
            foreach (string name in ProfileCatalogue.Names)
            {
                int max = int.Min(BankCapacity, ProfileCatalogue.Create(name).NumberOf(ProfileKey.BatteriesMax));
                foreach (int count in new[] { 1, 4, 8, max }.Where(count => count <= max).Distinct())
                {
                    banks.Add(name, count);
                }
            }

            return banks;
        }

        [Theory]
        [MemberData(nameof(Banks))]
        public void BytesOf_EveryProduct_IsNoLessThanTheBankTakesAndHardlyMore(string profile, int batteries)
        {
            var session = new BoardSession(0);
            foreach (string line in new[] { "board:prof " + profile, $"board:foll {batteries - 1}", "board:wake on", "board:save", "board:rest" })
            {
                session.Serial.Type(line + "\r");
                session.Advance(1000);
            }

            session.Advance(20000);
            Simulator simulator = session.Firmware.Bank.Simulator;
            Assert.Equal(batteries, simulator.Bank.Count);
            int reckoned = BankMemory.BytesOf(simulator.Bank.Profile, batteries);
            int before = FirmwareMeter.WeighObjects(session).Sum(share => share.Bytes);
            Drop(simulator);
            int taken = before - FirmwareMeter.WeighObjects(session).Sum(share => share.Bytes);

            Assert.InRange(reckoned, taken, taken + (taken * ErrorPercent / 100));
        }

        // As a rebuild drops it; nobody else has a reason to.
        private static void Drop(Simulator simulator)
        {
            const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;
            object builder = typeof(Simulator).GetField("_builder", Hidden)!.GetValue(simulator)!;
            builder.GetType().GetMethod("Drop", Hidden)!.Invoke(builder, null);
        }
    }
}
