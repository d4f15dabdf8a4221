using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Xunit;

namespace BatterySim.Host.Tests.Architecture
{
    /// <summary>No method or property of the product that nothing calls, neither the product nor a test.</summary>
    public class DeadMemberTests
    {
        // A property with both sides, of which the tests write one; and what the Razor compiler writes.
        private static readonly string[] Exceptions =
            ["BatterySim.Host.Board.BoardSession.get_Dip", "BatterySim.Host.Panel.Page._Imports.Execute"];

        // Called by the firmware's own files, or by tests that run on a board: neither is compiled into an assembly of this folder.
        private static readonly string[] OnTheBoardOnly = ["BatterySim.Bms", "BatterySim.Hardware"];

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
                if (!OnTheBoardOnly.Contains(name) && !isVerification && path != typeof(DeadMemberTests).Assembly.Location)
                {
                    declared.UnionWith(module.GetTypes().Where(IsWrittenByHand)
                        .SelectMany(static type => type.Methods.Where(IsOrdinary)).Select(NameOf));
                }
            }

            declared.ExceptWith(called.Concat(Exceptions));
            Assert.True(declared.Count == 0, string.Join(Environment.NewLine, declared));
        }

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
