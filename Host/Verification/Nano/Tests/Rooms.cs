using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace BatterySim.Nano.Tests
{
    /// <summary>Who may know whom inside Bms: the table of the architecture, and a check of types against it.</summary>
    internal static class Rooms
    {
        public const string Root = "BatterySim.Bms";

        /// <summary>Types at the top that belong to every room.</summary>
        private static readonly string[] Shared = ["Prng", "TextArray", "Product", "BmsFlags", "EventLog", "EventKind", "SecondTimetable"];

        /// <summary>Room, rooms it may know, single types it may know besides.</summary>
        private static readonly Dictionary<string, (string[] Rooms, string[] Types)> Allowed = new(StringComparer.Ordinal)
        {
            // The cells read their own numbers from the table of the product; they ask nobody for anything else.
            ["Cells"] = ([], ["Profiles.BatteryProfile", "Profiles.ProfileKey"]),
            ["Profiles"] = ([], []),
            ["Can"] = ([], []),
            ["Battery"] = (["Cells", "Profiles"], []),
            ["Stack"] = (["Battery", "Cells", "Profiles"], []),
            ["Protocol"] = (["Can"], ["Stack.BankReport"]),
            ["Instrument"] = (["", "Can", "Protocol", "Battery", "Cells", "Profiles", "Stack", "Faults"], []),
            ["Faults"] = (["Can", "Protocol", "Battery", "Stack"], []),
            [""] = (["Can", "Protocol", "Battery", "Cells", "Profiles", "Stack", "Instrument", "Faults"], []),
        };

        /// <summary>Names of all rooms that have a rule.</summary>
        public static IReadOnlyCollection<string> Names => Allowed.Keys;

        /// <summary>The room of a type: "Can" for BatterySim.Bms.Protocol.Frames, "" for the top.</summary>
        public static string RoomOf(TypeReference type)
        {
            string space = TypeMentions.Outermost(type).Namespace;
            return space.Length <= Root.Length ? "" : space[(Root.Length + 1)..].Split('.')[0];
        }

        /// <summary>True if code in <paramref name="room"/> may mention <paramref name="used"/>, a type of Bms.</summary>
        public static bool MayKnow(string room, TypeReference used)
        {
            string target = RoomOf(used);
            (string[] rooms, string[] types) = Allowed[room];
            string name = TypeMentions.Outermost(used).Name;
            return target == room || rooms.Contains(target) || types.Contains($"{target}.{name}") || (target.Length == 0 && Shared.Contains(name));
        }

        /// <summary>True if code in <paramref name="room"/> may mention at least one type of the namespace of <paramref name="used"/>.</summary>
        public static bool MayKnowSomeOf(string room, TypeReference used)
        {
            string target = RoomOf(used);
            return target.Length == 0 || MayKnow(room, used)
                || Allowed[room].Types.Any(type => type.StartsWith(target + ".", StringComparison.Ordinal));
        }

        /// <summary>Every type of this product that a type mentions, in its declaration or in its code.</summary>
        public static IEnumerable<TypeReference> MentionedBy(TypeDefinition type) => TypeMentions.Of(type)
            .Where(item => TypeMentions.Outermost(item).Namespace.StartsWith("BatterySim", StringComparison.Ordinal));
    }
}
