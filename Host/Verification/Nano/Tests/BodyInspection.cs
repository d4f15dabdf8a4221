using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BatterySim.Nano.Tests
{
    /// <summary>What instructions give away: checked arithmetic, stackalloc, text from an enum, generic calls.</summary>
    internal static class BodyInspection
    {
        public static IEnumerable<Finding> Inspect(TypeDefinition type) =>
            type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions.SelectMany(item => Inspect(method, item)));

        private static IEnumerable<Finding> Inspect(MethodDefinition method, Instruction instruction)
        {
            string where = method.FullName;
            OpCode code = instruction.OpCode;
            if (code.Name.Contains(".ovf", System.StringComparison.Ordinal))
            {
                yield return new Finding(Rules.Checked, where, code.Name);
            }

            if (code == OpCodes.Localloc)
            {
                yield return new Finding(Rules.StackAllocation, where, code.Name);
            }

            if ((code == OpCodes.Constrained || code == OpCodes.Box) && IsEnum((TypeReference)instruction.Operand) && MakesText(instruction))
            {
                yield return new Finding(Rules.EnumText, where, $"turns {instruction.Operand} into text");
            }

            foreach (TypeReference used in UsedBy(instruction))
            {
                foreach (Finding finding in ShapeInspection.InspectUse(used, where))
                {
                    yield return finding;
                }
            }
        }

        private static IEnumerable<TypeReference> UsedBy(Instruction instruction) => instruction.Operand switch
        {
            GenericInstanceMethod method => method.GenericArguments.Append(new GenericInstanceType(method.DeclaringType)),
            MethodReference method => [method.DeclaringType],
            FieldReference field => [field.DeclaringType, field.FieldType],
            TypeReference type => [type],
            _ => [],
        };

        private static bool IsEnum(TypeReference type) => type.Resolve()?.IsEnum == true;

        // A box that is not followed by a call still ends as an object, and text is all that an object of an enum is good for here.
        private static bool MakesText(Instruction instruction) =>
            instruction.OpCode == OpCodes.Box || (instruction.Next.Operand is MethodReference { Name: "ToString" });
    }
}
