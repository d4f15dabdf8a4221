using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Xunit;

namespace BatterySim.Nano.Tests
{
    /// <summary>The rooms of Bms know only whom the architecture lets them know.</summary>
    public partial class RoomTests
    {
        private static ModuleDefinition Owner => Assemblies.Core.ModuleOf("BatterySim.Bms");

        [Fact]
        public void Bms_EveryType_KnowsOnlyItsNeighbours()
        {
            IEnumerable<string> strangers =
                from type in Assemblies.Core.Types
                where type.Namespace.StartsWith(Rooms.Root, StringComparison.Ordinal)
                from used in Rooms.MentionedBy(type)
                where !Rooms.MayKnow(Rooms.RoomOf(type), used)
                select $"{type.FullName} knows {used.FullName}";

            Assert.True(!strangers.Any(), string.Join('\n', strangers.Distinct()));
        }

        [Fact]
        public void Bms_EveryType_StaysOutOfHardwareAndHost()
        {
            IEnumerable<string> spaces = Assemblies.Core.Types.SelectMany(Rooms.MentionedBy)
                .Select(type => type.Namespace)
                .Where(space => space.Length > 0);

            Assert.All(spaces.Distinct(), space => Assert.StartsWith(Rooms.Root, space, StringComparison.Ordinal));
        }

        // Constants leave no trace in IL, so the using lines are held against the same table.
        [Fact]
        public void Bms_EveryUsingLine_NamesAKnownNeighbour()
        {
            string top = Path.Combine(Assemblies.RepositoryRoot, "Bms");
            IEnumerable<string> strangers =
                from file in Directory.EnumerateFiles(top, "*.cs", SearchOption.AllDirectories)
                let folder = Path.GetRelativePath(top, Path.GetDirectoryName(file)!).Split('/', '\\')[0]
                let room = folder == "." ? "" : folder
                from line in File.ReadLines(file)
                let match = UsingLine().Match(line)
                where match.Success
                let used = new TypeReference(match.Groups[1].Value, "", Owner, Owner)
                where !Rooms.MayKnowSomeOf(room, used)
                select $"{file}: {line}";

            Assert.True(!strangers.Any(), string.Join('\n', strangers));
        }

        [Fact]
        public void Rooms_EveryFolder_HasARule()
        {
            string top = Path.Combine(Assemblies.RepositoryRoot, "Bms");
            IEnumerable<string> folders = Directory.EnumerateDirectories(top).Select(path => Path.GetFileName(path));

            Assert.Empty(folders.Except(Rooms.Names));
        }

        [Theory]
        [InlineData("Cells", "BatterySim.Bms.Battery", "DipSwitch", false)]
        [InlineData("Cells", "BatterySim.Bms.Profiles", "BatteryProfile", true)]
        [InlineData("Cells", "BatterySim.Bms.Profiles", "ProfileCatalogue", false)]
        [InlineData("Can", "BatterySim.Bms.Stack", "BatteryBank", false)]
        [InlineData("Can", "BatterySim.Bms", "Simulator", false)]
        [InlineData("Can", "BatterySim.Bms", "Prng", true)]
        [InlineData("Profiles", "BatterySim.Bms.Cells", "OcvCurve", false)]
        [InlineData("Stack", "BatterySim.Bms.Protocol", "FrameSchedule", false)]
        [InlineData("Stack", "BatterySim.Bms.Can", "CanFrame", false)]
        [InlineData("Battery", "BatterySim.Bms.Cells", "OcvCurve", true)]
        [InlineData("Battery", "BatterySim.Bms.Stack", "BatteryBank", false)]
        public void MayKnow_Pair_IsAsInTheArchitecture(string room, string space, string name, bool expected)
        {
            var used = new TypeReference(space, name, Owner, Owner);

            Assert.Equal(expected, Rooms.MayKnow(room, used));
        }

        [GeneratedRegex(@"^using (BatterySim\.[\w.]+);")]
        private static partial Regex UsingLine();
    }
}
