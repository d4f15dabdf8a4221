using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>Rules about what the frames say.</summary>
    internal static class ValueRules
    {
        private const long Second = 1_000_000;
        private const long StuckMicroseconds = 60 * Second;
        private const long ContradictionMicroseconds = 3 * Second;
        private const long FrozenMicroseconds = 600 * Second;
        private const double SignAmpereHoursMin = 1;
        private const int SignSocMin = 2;

        private static readonly string[] KnownNames = ["PYLON", "DEYE", "DY", "BYD", "GOODWE", "SHENERGY", "DISCOVER", "DYNESS", "PYTES", "ECO-LFP", "BATEMU", "SOK", "SOLARK", "POWER", "ENDUR"];

        /// <summary>A rule that applies as soon as one frame shows its condition.</summary>
        public static Func<BusSurvey, Evidence?> Seen(Func<BankTrack, Condition> condition, string text)
        {
            return bus => Of(condition(bus.Bank), bus, text);
        }

        /// <summary>The same, unless the frames mean something else in Deye's own dialect.</summary>
        public static Func<BusSurvey, Evidence?> SeenButDeye(Func<BankTrack, Condition> condition, string text)
        {
            return bus => bus.Dialect == "deye-v3.3" ? null : Of(condition(bus.Bank), bus, text);
        }

        /// <summary>A rule that applies once its condition held for a minute.</summary>
        public static Func<BusSurvey, Evidence?> Stuck(Func<BankTrack, Condition> condition, string text)
        {
            return bus => bus.HasTimes && condition(bus.Bank).LongestMicroseconds >= StuckMicroseconds ? Of(condition(bus.Bank), bus, text) : null;
        }

        public static Evidence? DeyeFault(BusSurvey bus) => bus.Dialect == "deye-v3.3" ? Of(bus.Bank.DeyeFault, bus, "") : null;

        public static Evidence? EnableContradictsLimit(BusSurvey bus)
        {
            Condition condition = bus.Bank.EnableContradictsLimit;
            bool isLong = condition.LongestMicroseconds >= ContradictionMicroseconds || (condition.IsSeen && condition.ClearCount == 0);
            return isLong ? Of(condition, bus, "the enable bits of 0x35C say otherwise than the limits of 0x351") : null;
        }

        public static Evidence? Frozen(BusSurvey bus)
        {
            Condition condition = bus.Bank.Frozen;
            return bus.HasTimes && condition.LongestMicroseconds >= FrozenMicroseconds
                ? Of(condition, bus, $"0x356 unchanged for {TimingRules.Seconds(condition.LongestMicroseconds)}")
                : null;
        }

        public static Evidence? VoltageInTenths(BusSurvey bus)
        {
            // Of a battery that is said to speak the document's dialect this scale is what was asked for.
            bool isAskedFor = bus.HasGivenDialect && bus.Dialect == "sol-ark-v1.3";
            return !isAskedFor && bus.Find(0x356) is IdStatistics id && bus.Bank.VoltageInTenths.Count * 2 > id.Count
                ? Of(bus.Bank.VoltageInTenths, bus, "the voltage of 0x356 makes sense in 0.1 V only")
                : null;
        }

        // The sign is that of the dialect: charging positive for all but Deye's.
        public static Evidence? CurrentSign(BusSurvey bus)
        {
            if (!bus.HasTimes || bus.Bank.FirstSoc is not int first || bus.Bank.LastSoc is not int last || bus.Bank.SocJump.IsSeen)
            {
                return null;
            }

            double charge = bus.Dialect is "deye" or "deye-v3.3" ? -bus.Bank.RawAmpereHours : bus.Bank.RawAmpereHours;
            int rise = last - first;
            bool isContrary = Math.Abs(rise) >= SignSocMin && Math.Abs(charge) >= SignAmpereHoursMin && Math.Sign(rise) != Math.Sign(charge);
            return !isContrary ? null
                : new Evidence(string.Create(CultureInfo.InvariantCulture, $"SOC went from {first} to {last} % while the current says {charge:+0.0;-0.0} Ah of charge"));
        }

        public static Evidence? ExtendedId(BusSurvey bus) => Of(bus.Bank.ExtendedBatteryId, bus, "the number of a battery frame in a 29-bit identifier");

        // Lengths of the Pylontech and Sol-Ark documents, of their captures, and of the Victron set.
        public static Evidence? LengthWrong(BusSurvey bus)
        {
            foreach ((uint id, int[] lengths) in new (uint, int[])[]
            {
                (0x351, [6, 8]), (0x355, [4, 6, 8]), (0x356, [6, 8]), (0x359, [7, 8]), (0x35C, [2, 8]), (0x35E, [5, 6, 8]),
            })
            {
                foreach (int length in bus.Find(id)?.Lengths ?? [])
                {
                    if (Array.IndexOf(lengths, length) < 0)
                    {
                        return new Evidence($"{TimingRules.Name(id)} has {length} bytes; documents and captures have {string.Join(" or ", lengths)}");
                    }
                }
            }

            return null;
        }

        public static Evidence? NameUnknown(BusSurvey bus)
        {
            if (bus.Bank.Name is not string name || Array.Exists(KnownNames, known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase)))
            {
                return null;
            }

            return new Evidence($"the name is '{name}'", bus.Bank.NameFrame.FirstMicroseconds, bus.Bank.NameFrame.Frame);
        }

        private static Evidence? Of(Condition condition, BusSurvey bus, string text)
        {
            if (condition.Frame is not CanFrame frame)
            {
                return null;
            }

            string values = Values(frame, bus);
            string times = condition.Count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{condition.Count} times");
            string head = string.Join(": ", new[] { text, values }.Where(static part => part.Length > 0));
            return new Evidence($"{head} ({times})", condition.FirstMicroseconds, frame);
        }

        // What the frame says, in the dialect of the bus: numbers, and the flags that are set.
        private static string Values(CanFrame frame, BusSurvey bus)
        {
            DecodedFrame decoded = new FrameDecoder(bus.Dialect).Decode(frame);
            IEnumerable<string> parts = decoded.Signals.Where(static signal => !signal.IsClear && signal.Definition.Kind != SignalKind.Bytes)
                .Select(static signal => signal.IsSet || signal.Definition.Kind == SignalKind.Condition ? signal.Name : $"{signal.Name}={signal}");
            return string.Join(", ", parts);
        }
    }
}
