using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BatterySim.Nano.Tests
{
    /// <summary>What instructions give away: checked arithmetic, stackalloc, text from an enum, unwritten text arrays, generic calls.</summary>
    internal static class BodyInspection
    {
        /// <summary>The one method that writes every element of the array that it makes.</summary>
        private const string FirstWriter = "BatterySim.Bms.TextArray::Create(";

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

            if (code == OpCodes.Newarr && ((TypeReference)instruction.Operand).MetadataType == MetadataType.String
                && !IsWrittenAtOnce(instruction) && !where.Contains(FirstWriter, System.StringComparison.Ordinal))
            {
                yield return new Finding(Rules.TextArrays, where, "makes a string[] that may be read before it is written");
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

        // An initializer: a known length, then for each element dup, index, value, stelem.
        private static bool IsWrittenAtOnce(Instruction newArray)
        {
            int written = 0;
            for (Instruction item = newArray.Next; item.OpCode == OpCodes.Dup; item = item.Next)
            {
                while (item.OpCode != OpCodes.Stelem_Ref)
                {
                    item = item.Next;
                }

                written++;
            }

            return LengthOf(newArray.Previous) == written;
        }

        private static int LengthOf(Instruction load) => load.OpCode.Code switch
        {
            >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8 => load.OpCode.Code - Code.Ldc_I4_0,
            Code.Ldc_I4_S => (sbyte)load.Operand,
            Code.Ldc_I4 => (int)load.Operand,
            _ => -1,
        };

        private static bool IsEnum(TypeReference type) => type.Resolve()?.IsEnum == true;

        // A box that is not followed by a call still ends as an object, and text is all that an object of an enum is good for here.
        private static bool MakesText(Instruction instruction) =>
            instruction.OpCode == OpCodes.Box || (instruction.Next.Operand is MethodReference { Name: "ToString" });
    }
}
