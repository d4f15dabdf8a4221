using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BatterySim.FastTests.Mutants
{
    /// <summary>The switch that dotnet-stryker compiles into an assembly with its mutants, made fast: which one is on, which were reached.</summary>
    internal sealed class MutantSwitch
    {
        /// <summary>More than there are mutants.</summary>
        public const int Size = 1 << 15;

        /// <summary>Stands for none.</summary>
        public const int None = -1;

        private const string Control = "MutantControl";
        private const string Reached = "FastReached";
        private const string On = "FastOn";

        private readonly FieldInfo _on;
        private readonly byte[] _reached = new byte[Size];

        /// <summary>Takes over the switch of an assembly that <see cref="Prepare"/> has rewritten.</summary>
        public MutantSwitch(Assembly assembly)
        {
            Type control = assembly.GetTypes().Single(static type => type.Name == Control);
            _on = control.GetField(On)!;
            control.GetField(Reached)!.SetValue(null, _reached);
            Active = None;
        }

        /// <summary>The mutant that is on.</summary>
        public int Active { set => _on.SetValue(null, value); }

        /// <summary>Mutants reached since this was last asked.</summary>
        public int[] ConsumeReached()
        {
            int[] reached = [.. Enumerable.Range(0, Size).Where(mutant => _reached[mutant] != 0)];
            Array.Clear(_reached);
            return reached;
        }

        /// <summary>Rewrites the switch of an assembly from asking the environment to looking at a field, where that is not done yet.</summary>
        /// <returns>The mutants in it: those that compile, but for those of static fields, which act once in the life of a process.</returns>
        public static HashSet<int> Prepare(string path)
        {
            using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(File.ReadAllBytes(path)));
            TypeDefinition control = assembly.MainModule.Types.Single(static type => type.Name == Control);
            HashSet<int> compiled = [.. assembly.MainModule.GetTypes().SelectMany(static type => type.Methods)
                .Where(static method => method.HasBody && !(method.IsConstructor && method.IsStatic))
                .SelectMany(static method => method.Body.Instructions).Where(IsQuestion)
                .Select(NumberBefore)];
            if (control.Fields.Any(static field => field.Name == On))
            {
                return compiled;
            }

            TypeSystem types = assembly.MainModule.TypeSystem;
            FieldDefinition on = new(On, Mono.Cecil.FieldAttributes.Public | Mono.Cecil.FieldAttributes.Static, types.Int32);
            FieldDefinition reached = new(
                Reached, Mono.Cecil.FieldAttributes.Public | Mono.Cecil.FieldAttributes.Static, new ArrayType(types.Byte));
            control.Fields.Add(on);
            control.Fields.Add(reached);
            control.Methods.Remove(control.Methods.Single(static method => method.Name == ".cctor"));
            MethodDefinition isActive = control.Methods.Single(static method => method.Name == "IsActive");
            isActive.Body = new Mono.Cecil.Cil.MethodBody(isActive);
            ILProcessor code = isActive.Body.GetILProcessor();
            code.Emit(OpCodes.Ldsfld, reached);
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldc_I4_1);
            code.Emit(OpCodes.Stelem_I1);
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldsfld, on);
            code.Emit(OpCodes.Ceq);
            code.Emit(OpCodes.Ret);
            assembly.Write(path);
            return compiled;
        }

        private static bool IsQuestion(Instruction instruction) =>
            instruction.Operand is MethodReference { Name: "IsActive" } called && called.DeclaringType.Name == Control;

        private static int NumberBefore(Instruction question)
        {
            Instruction number = question.Previous;
            int small = number.OpCode.Code - Code.Ldc_I4_0;
            return number.Operand is null ? small : Convert.ToInt32(number.Operand, CultureInfo.InvariantCulture);
        }
    }
}
