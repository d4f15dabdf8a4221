using BatterySim.Host.Verification.Meter.Heap;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>Sizes of byte code, worked out by hand from the operand widths of nanoFramework's format.</summary>
    public class ByteCodeTests
    {
        [Fact]
        public void SizeOf_MethodWithoutBody_IsNothing()
        {
            MethodDefinition method = Method();
            method.IsAbstract = true;

            Assert.Equal(0, ByteCode.SizeOf(method));
        }

        [Fact]
        public void SizeOf_EveryKindOfOperand_IsThatOfTheBoard()
        {
            MethodDefinition method = Method();
            ILProcessor il = method.Body.GetILProcessor();
            Instruction end = il.Create(OpCodes.Ret);
            il.Emit(OpCodes.Ldstr, "a text");            // 1 + 2
            il.Emit(OpCodes.Pop);                        // 1
            il.Emit(OpCodes.Ldc_I4, 70_000);             // 1 + 4
            il.Emit(OpCodes.Ldc_I4_S, (sbyte)9);         // 1 + 1
            il.Emit(OpCodes.Ceq);                        // 2
            il.Emit(OpCodes.Switch, new[] { end, end }); // 1 + 1 + 2 * 2
            il.Emit(OpCodes.Ldc_R8, 1.0);                // 1 + 8
            il.Emit(OpCodes.Ldtoken, method.DeclaringType); // 1 + 4
            il.Emit(OpCodes.Br, end);                    // 1 + 2
            il.Emit(OpCodes.Br_S, end);                  // 1 + 1
            il.Append(end);                              // 1

            Assert.Equal(3 + 1 + 5 + 2 + 2 + 6 + 9 + 5 + 3 + 2 + 1, ByteCode.SizeOf(method));

            method.Body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally));

            Assert.Equal(39 + 12 + 1, ByteCode.SizeOf(method));
        }

        private static MethodDefinition Method()
        {
            var module = ModuleDefinition.CreateModule("fixture", ModuleKind.Dll);
            var type = new TypeDefinition("", "Fixture", TypeAttributes.Class, module.TypeSystem.Object);
            var method = new MethodDefinition("Run", MethodAttributes.Static, module.TypeSystem.Void);
            module.Types.Add(type);
            type.Methods.Add(method);
            return method;
        }
    }
}
