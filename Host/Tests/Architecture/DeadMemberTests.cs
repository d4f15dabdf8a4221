using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using BatterySim.Host.Tests.Tidy;
using Mono.Cecil;
using Xunit;

namespace BatterySim.Host.Tests.Architecture
{
    /// <summary>No method or property of the product that nothing calls, neither the product nor a test.</summary>
    public class DeadMemberTests
    {
        // What the Razor compiler writes.
        private static readonly string[] Exceptions = ["BatterySim.Host.Panel.Page._Imports.Execute"];

        // The firmware's own files and the tests of a board are compiled into no assembly of this folder: a name in their text counts as a call.
        private static readonly string[] OnTheBoardToo = ["BatterySim.Bms", "BatterySim.Hardware"];
        private static readonly string[] OfTheBoard = ["Program.cs", "Hardware/Nano/", "Hardware/DeviceCan/", "Hardware/Boards/", "Tests/"];

        [Fact]
        public void Members_OfTheProduct_AreCalledSomewhere()
        {
            var called = new HashSet<string>(StringComparer.Ordinal);
            var declared = new SortedSet<string>(StringComparer.Ordinal);
            foreach (string path in AssemblyGraph.Paths().Append(typeof(DeadMemberTests).Assembly.Location))
            {
                using ModuleDefinition module = ModuleDefinition.ReadModule(path);
                called.UnionWith(module.GetTypes().SelectMany(static type => type.Methods).SelectMany(Calls));
                string name = module.Assembly.Name.Name;
                bool isVerification = name.Contains("Verification", StringComparison.Ordinal);
                if (!isVerification && path != typeof(DeadMemberTests).Assembly.Location)
                {
                    bool isOnTheBoard = OnTheBoardToo.Contains(name);
                    declared.UnionWith(module.GetTypes().Where(IsWrittenByHand)
                        .SelectMany(static type => type.Methods.Where(IsOrdinary))
                        .Where(method => !isOnTheBoard || !IsNamedOnTheBoard(method)).Select(NameOf));
                }
            }

            // What is set is read by the class itself, and may be read by who set it.
            declared.ExceptWith(called.Concat(Exceptions).Concat(called.Select(static name => name.Replace(".set_", ".get_", StringComparison.Ordinal))));
            Assert.True(declared.Count == 0, string.Join(Environment.NewLine, declared));
        }

        private static readonly Lazy<HashSet<string>> WordsOfTheBoard = new(() =>
            [.. SourceFile.All.Where(static file => Array.Exists(OfTheBoard, place => file.Path.StartsWith(place, StringComparison.Ordinal)))
                .SelectMany(static file => file.Lines).SelectMany(static line => Regex.Matches(line, @"\w+")).Select(static word => word.Value)]);

        private static bool IsNamedOnTheBoard(MethodDefinition method) =>
            WordsOfTheBoard.Value.Contains(method.IsGetter ? method.Name["get_".Length..] : method.Name);

        private static IEnumerable<string> Calls(MethodDefinition method) => method.HasBody
            ? method.Body.Instructions.Select(static instruction => instruction.Operand).OfType<MethodReference>()
                .Where(called => called.Name != method.Name || called.DeclaringType.FullName != method.DeclaringType.FullName).Select(NameOf)
            : [];

        private static string NameOf(MethodReference method) => $"{method.DeclaringType.GetElementType().FullName}.{method.Name}";

        private static bool IsWrittenByHand(TypeDefinition type) =>
            type.Namespace.StartsWith("BatterySim", StringComparison.Ordinal) && !type.IsInterface && !IsGenerated(type) && !IsRecord(type);

        // What a class has to have is called through its base or its interface; what a setter or an operator is for, nobody need use yet.
        private static bool IsOrdinary(MethodDefinition method) =>
            !method.IsVirtual && !method.IsConstructor && !method.IsSetter && !method.IsRemoveOn && !method.IsAddOn && !IsGenerated(method)
            && method.Name != "Main" && !method.Name.StartsWith("op_", StringComparison.Ordinal) && !method.Name.Contains('<', StringComparison.Ordinal);

        private static bool IsRecord(TypeDefinition type) => type.Methods.Any(static method => method.Name == "<Clone>$" || method.Name == "PrintMembers");

        private static bool IsGenerated(ICustomAttributeProvider member) => member.CustomAttributes
            .Any(static attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
            && member is not MethodDefinition { IsGetter: true };
    }
}
