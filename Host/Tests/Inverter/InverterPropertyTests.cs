using System;
using System.Buffers.Binary;
using BatterySim.Bms.Can;
using BatterySim.Host.Inverter;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    public class InverterPropertyTests
    {
        private static readonly uint[] Ids = [0x351, 0x355, 0x356, 0x359, 0x35A, 0x35C, 0x35E, 0x35F, 0x379, 0x305, 0x123];

        [Fact]
        public void AnyFramesAnyKnobs_NeverThrowAndNeverExceedLimits()
        {
            Prop.ForAll(ArbMap.Default.ArbFor<(byte[], byte, byte, int)[]>(), steps =>
            {
                var bench = new InverterBench(new InverterSettings { Model = InverterModel.SolArk15K });
                bench.ReceiveBurst();
                bool isWithin = true;
                foreach ((byte[] data, byte id, byte knob, int number) in steps)
                {
                    Turn(bench.Inverter, knob, number);
                    bench.Inverter.Receive(FrameOf(Ids[id % Ids.Length], data));
                    bench.AdvanceTo(bench.Inverter.NowMilliseconds + 100 + (knob * 50));
                    isWithin &= IsWithinLimits(bench.Inverter);
                }

                return isWithin;
            }).QuickCheckThrowOnFailure();
        }

        [Fact]
        public void AnyLimitsFrame_IsNeverExceededByACharge()
        {
            Prop.ForAll(ArbMap.Default.ArbFor<(ushort, short, short)>(), limits =>
            {
                var bench = new InverterBench(new InverterSettings { SolarWatts = 100_000 });
                bench.KeepReceiving(5);
                byte[] data = new byte[8];
                BinaryPrimitives.WriteUInt16LittleEndian(data, limits.Item1);
                BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(2), limits.Item2);
                BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(4), limits.Item3);
                string hex = Convert.ToHexString(data);
                bench.KeepReceiving(5, hex);
                int ccl = Math.Max(0, limits.Item2 * 100);
                bool isImpossible = limits.Item1 * 100 < bench.Inverter.Settings.Quirks.CvlMinMillivolts;
                return bench.Inverter.CurrentMilliamps <= (isImpossible ? 100_000 : Math.Min(185_000, ccl));
            }).QuickCheckThrowOnFailure();
        }

        private static void Turn(VirtualSolArk inverter, byte knob, int number)
        {
            int size = Math.Abs(number % 200_000);
            switch (knob % 16)
            {
                case 0: inverter.TerminalMillivolts = size % 70_000; break;
                case 1: inverter.LoadWatts = number % 50_000; break;
                case 2: inverter.Settings.SolarWatts = size; break;
                case 3: inverter.Settings.GridPresent = number % 2 == 0; break;
                case 4: inverter.Settings.ChargeLimitMilliamps = size; break;
                case 5: inverter.Settings.DischargeLimitMilliamps = size; break;
                case 6: inverter.Settings.SellAllowed = number % 2 == 0; break;
                case 7: inverter.Settings.StopsOnBmsError = number % 2 == 0; break;
                case 8: inverter.Settings.UsesBms = number % 3 != 0; break;
                case 9: inverter.SetPower(number % 3 != 0); break;
                case 10: inverter.Settings.GridChargeEnabled = number % 2 == 0; break;
                case 11: inverter.Settings.Quirks.ZeroCclIgnored = number % 2 == 0; break;
                case 12: inverter.Settings.Quirks.CclOvershootPermille = size % 1000; break;
                case 13: inverter.Settings.Quirks.LateReplies = number % 2 == 0; break;
                case 14: inverter.Settings.Quirks.PollPeriodMilliseconds = size % 60_000; break;
                default: inverter.TerminalMillivolts = 52_000; break;
            }
        }

        private static bool IsWithinLimits(VirtualSolArk inverter)
        {
            int charge = Math.Min(275_000, inverter.Settings.ChargeLimitMilliamps);
            int discharge = Math.Min(275_000, inverter.Settings.DischargeLimitMilliamps) * (inverter.Settings.GridPresent ? 10 : 12) / 10;
            bool isStopped = inverter.State is InverterState.Off or InverterState.Fault or InverterState.WaitingForBms;
            return inverter.CurrentMilliamps <= charge && inverter.CurrentMilliamps >= -discharge && (!isStopped || inverter.CurrentMilliamps == 0);
        }

        private static CanFrame FrameOf(uint id, byte[]? data)
        {
            var frame = new CanFrame();
            frame.Begin(id, Math.Min(8, data?.Length ?? 0));
            for (int index = 0; index < frame.Length; index++)
            {
                frame.Data[index] = data![index];
            }

            return frame;
        }
    }
}
