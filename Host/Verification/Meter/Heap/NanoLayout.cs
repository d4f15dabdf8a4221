using System;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>What things weigh on nanoFramework's managed heap, bytes.</summary>
    /// <remarks>
    /// Read from the interpreter's sources (nf-interpreter, main of July 2026, 32-bit processors): the heap is handed out in blocks of 12 bytes.
    /// An object is one block and one more for each field, whatever its type; elements of an array lie close together behind one block.
    /// Text of a program stays in flash and needs one block for each time that it is loaded; text made at run time is copied behind its block.
    /// </remarks>
    public static class NanoLayout
    {
        /// <summary>Unit of the heap, and size of a field, a static field, a local variable and a place on the evaluation stack.</summary>
        public const int BlockBytes = 12;

        /// <summary>A delegate: list links, type, method, and the object that it belongs to.</summary>
        public static int DelegateBytes => Whole(BlockBytes + 4 + 4 + BlockBytes);

        /// <summary>A text that stands in the program.</summary>
        public static int LiteralBytes => BlockBytes;

        /// <summary>An object with that many fields, those of its base classes included.</summary>
        public static int ObjectBytes(int fields) => (1 + fields) * BlockBytes;

        /// <summary>An array.</summary>
        public static int ArrayBytes(Type element, int length) => Whole(BlockBytes + (length * ElementBytes(element)));

        /// <summary>A text made at run time, of ASCII characters.</summary>
        public static int TextBytes(int length) => Whole(BlockBytes + length + 1);

        /// <summary>What a call of a method takes while it lasts: the frame's own members, then arguments, variables and evaluation stack.</summary>
        /// <remarks>Two places more than the method says, for making objects; at least ten places for the evaluation stack.</remarks>
        public static int FrameBytes(int arguments, int locals, int stack) =>
            Whole(FrameMemberBytes) + ((arguments + locals + Math.Max(stack + 2, 10)) * BlockBytes);

        // CLR_RT_StackFrame: a list node, seventeen words, and one block of extension.
        private const int FrameMemberBytes = BlockBytes + (18 * 4) + BlockBytes;

        private static int ElementBytes(Type element)
        {
            Type stored = element.IsEnum ? Enum.GetUnderlyingType(element) : element;
            return Type.GetTypeCode(stored) switch
            {
                TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 1,
                TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
                TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
                TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double => 8,
                _ => BlockBytes,
            };
        }

        private static int Whole(int bytes) => (bytes + BlockBytes - 1) / BlockBytes * BlockBytes;
    }
}
