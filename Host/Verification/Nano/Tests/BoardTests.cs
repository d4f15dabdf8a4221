using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Xunit;

namespace BatterySim.Nano.Tests
{
    /// <summary>The core as the board would run it.</summary>
    public class BoardTests
    {
        private const string SimulatorName = "BatterySim.Bms.Simulator";

        private static readonly string[] RunningEntries = ["Advance", "Receive", "SetCurrent"];

        [Fact]
        public void Board_WholeAssembly_KeepsToWhatTheInterpreterCan()
        {
            AssertNone(Assemblies.Core.Types.SelectMany(InspectionTests.Language));
        }

        [Fact]
        public void Board_WholeAssembly_CallsNothingOutsideTheSurface()
        {
            var surface = new SurfaceInspection([Assemblies.BaseLibrary, .. Assemblies.Core.Modules]);

            AssertNone(Assemblies.Core.Types.SelectMany(surface.Inspect));
            Assert.Equal(["mscorlib"], ReferencesOf("BatterySim.Bank"));
            Assert.Equal(["BatterySim.Bank", "mscorlib"], ReferencesOf("BatterySim.Bms"));
        }

        [Fact]
        public void Board_Core_IsDeterministic()
        {
            AssertNone(Assemblies.Core.Types.SelectMany(DeterminismInspection.Inspect));
        }

        [Fact]
        public void Simulator_Running_AllocatesNothing()
        {
            AssertNone(AllocationInspection.Inspect(Assemblies.Core, Roots()));
        }

        // Guards the test above: a walk that reached nothing would find nothing either.
        [Fact]
        public void Simulator_Running_IsFollowedIntoEveryRoom()
        {
            IEnumerable<string> rooms = AllocationInspection.Reach(Assemblies.Core, Roots())
                .Select(method => method.DeclaringType.Namespace).Distinct();

            Assert.Superset(
                new HashSet<string>
                {
                    "BatterySim.Bms", "BatterySim.Bms.Battery", "BatterySim.Bms.Can",
                    "BatterySim.Bms.Protocol.Frames", "BatterySim.Bms.Cells", "BatterySim.Bms.Stack",
                },
                rooms.ToHashSet());
        }

        private static IEnumerable<string> ReferencesOf(string name) =>
            Assemblies.Core.ModuleOf(name).AssemblyReferences.Select(reference => reference.Name).Order();

        private static void AssertNone(IEnumerable<Finding> findings)
        {
            Finding[] found = [.. findings];
            Assert.True(found.Length == 0, string.Join('\n', found.AsEnumerable()));
        }

        private static IEnumerable<MethodDefinition> Roots()
        {
            TypeDefinition simulator = Assemblies.Core.TypeOf(SimulatorName);
            return RunningEntries.Select(name => simulator.Methods.Single(method => method.Name == name));
        }
    }
}
