using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Xunit;

namespace BatterySim.Nano.Tests
{
    /// <summary>The whole firmware as the board would run it, with both CAN controllers.</summary>
    public class FirmwareTests
    {
        private const string Mcp2515 = "Mcp2515";
        private const string DeviceCan = "DeviceCan";
        private const string DeviceCanAssembly = "nanoFramework.Device.Can";

        [Theory]
        [InlineData(Mcp2515)]
        [InlineData(DeviceCan)]
        public void Firmware_WholeAssembly_KeepsToWhatTheInterpreterCan(string controller)
        {
            Assert.Empty(Of(controller).Types.SelectMany(InspectionTests.Language));
        }

        [Theory]
        [InlineData(Mcp2515)]
        [InlineData(DeviceCan)]
        public void Firmware_WholeAssembly_CallsNothingOutsideTheSurface(string controller)
        {
            BoardProgram firmware = Of(controller);
            var surface = new SurfaceInspection([.. firmware.Libraries.Select(ModuleDefinition.ReadModule), .. firmware.Modules]);

            Assert.Empty(firmware.Types.SelectMany(surface.Inspect));
        }

        [Theory]
        [InlineData(Mcp2515)]
        [InlineData(DeviceCan)]
        public void Firmware_OnePassOfTheLoop_AllocatesNothing(string controller)
        {
            BoardProgram firmware = Of(controller);

            // A getter that hands out the array that the message holds; the message itself is made by the native part for each received frame.
            Assert.DoesNotContain(
                AllocationInspection.Inspect(firmware, [PassOf(firmware)]),
                finding => !finding.What.Contains("CanMessage::get_Message", StringComparison.Ordinal));
        }

        // Guards the test above: the walk reaches the bank, the driver of the controller, the console, and the devices behind the seams.
        [Theory]
        [InlineData(Mcp2515, "BatterySim.Hardware.Mcp2515")]
        [InlineData(DeviceCan, "BatterySim.Hardware.DeviceCan")]
        public void Firmware_OnePassOfTheLoop_IsFollowedIntoEveryRoom(string controller, string driver)
        {
            BoardProgram firmware = Of(controller);
            IEnumerable<string> rooms = AllocationInspection.Reach(firmware, [PassOf(firmware)]).Select(method => method.DeclaringType.Namespace);

            Assert.Superset(
                new HashSet<string>
                {
                    "BatterySim.Bms", "BatterySim.Bms.Battery", "BatterySim.Bms.Can", "BatterySim.Bms.Protocol.Frames", "BatterySim.Bms.Cells", "BatterySim.Bms.Stack",
                    "BatterySim.Hardware", "BatterySim.Hardware.Console", "BatterySim.Hardware.Nano", driver,
                },
                rooms.ToHashSet());
        }

        // The main loop may do nothing but go round: what is not in Pass is not inspected.
        [Fact]
        public void Program_Main_CallsNothingButTheFirmwareInItsLoop()
        {
            MethodDefinition main = Assemblies.Firmware.TypeOf("BatterySim.Program").Methods.Single(method => method.Name == "Main");
            IEnumerable<string> calls = main.Body.Instructions.Select(item => item.Operand).OfType<MethodReference>().Select(method => method.Name);

            Assert.Equal(["Open", ".ctor", "Start", "Pass", "Talk", "Sleep", "Restart"], calls);
        }

        [Fact]
        public void DeviceCan_IsReferencedWithThatControllerOnly()
        {
            Assert.DoesNotContain(Assemblies.Firmware.ModuleOf("BatterySim").AssemblyReferences, item => item.Name == DeviceCanAssembly);
            Assert.Contains(Assemblies.FirmwareDeviceCan.ModuleOf("BatterySim").AssemblyReferences, item => item.Name == DeviceCanAssembly);
        }

        internal static BoardProgram Of(string controller) => controller == Mcp2515 ? Assemblies.Firmware : Assemblies.FirmwareDeviceCan;

        private static MethodDefinition PassOf(BoardProgram firmware) =>
            firmware.TypeOf("BatterySim.Hardware.Firmware").Methods.Single(method => string.Equals(method.Name, "Pass", StringComparison.Ordinal));
    }
}
