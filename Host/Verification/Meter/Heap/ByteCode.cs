using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>How many bytes the code of a method takes in an assembly of nanoFramework.</summary>
    /// <remarks>
    /// The instructions are those of .NET. Tokens, texts and branches shrink from four bytes to two, a switch to one byte and two for each
    /// target; only the token of ldtoken keeps its four. Each handler of an exception adds twelve bytes, and one byte counts them.
    /// </remarks>
    public static class ByteCode
    {
        private const int HandlerBytes = 12;

        /// <summary>Size of a method's code, bytes; 0 for one without a body.</summary>
        public static int SizeOf(MethodDefinition method)
        {
            if (!method.HasBody)
            {
                return 0;
            }

            int handlers = method.Body.ExceptionHandlers.Count;
            return method.Body.Instructions.Sum(SizeOf) + (handlers == 0 ? 0 : (handlers * HandlerBytes) + 1);
        }

        private static int SizeOf(Instruction instruction) => instruction.OpCode.Size + instruction.OpCode.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.InlineSwitch => 1 + (2 * ((Instruction[])instruction.Operand).Length),
            OperandType.InlineString or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType => 2,
            OperandType.InlineBrTarget or OperandType.InlineVar or OperandType.InlineArg => 2,
            OperandType.InlineI or OperandType.ShortInlineR or OperandType.InlineTok => 4,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 1,
        };
    }
}
