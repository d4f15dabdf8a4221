using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Bms.Can;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>Rewrites an assembly so that it reports every object that it makes to the <see cref="HeapModel"/>.</summary>
    internal static class AllocationInstrumenter
    {
        // What an exception of the base library holds: message, inner exception, stack, code, and the trace's place.
        private const int ExceptionFields = 5;

        private static readonly string FrameType = typeof(CanFrame).FullName!;

        /// <summary>The assembly at <paramref name="path"/>, instrumented.</summary>
        public static MemoryStream Instrument(string path)
        {
            using var resolver = new DefaultAssemblyResolver();
            resolver.AddSearchDirectory(Path.GetDirectoryName(path));
            using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = resolver });
            ModuleDefinition module = assembly.MainModule;
            MethodReference onObject = module.ImportReference(typeof(HeapModel).GetMethod(nameof(HeapModel.OnObject)));
            MethodReference onArray = module.ImportReference(typeof(HeapModel).GetMethod(nameof(HeapModel.OnArray)));
            MethodReference onText = module.ImportReference(typeof(HeapModel).GetMethod(nameof(HeapModel.OnText)));
            foreach (MethodDefinition method in module.GetTypes().SelectMany(type => type.Methods).Where(IsInstrumented))
            {
                // Otherwise a method that ran only a few times keeps alive what it has long let go of.
                method.ImplAttributes |= MethodImplAttributes.AggressiveOptimization;
                method.Body.SimplifyMacros();
                ILProcessor processor = method.Body.GetILProcessor();
                foreach (Instruction instruction in new List<Instruction>(method.Body.Instructions))
                {
                    Report(processor, instruction, onObject, onArray, onText);
                }

                method.Body.OptimizeMacros();
            }

            var result = new MemoryStream();
            assembly.Write(result);
            result.Position = 0;
            return result;
        }

        // Frames are made by bus and inverter of the desktop too, so that a frame is weighed where the board makes it.
        private static bool IsInstrumented(MethodDefinition method) =>
            method.HasBody && !(method.IsConstructor && method.DeclaringType.FullName == FrameType);

        private static void Report(
            ILProcessor processor, Instruction instruction, MethodReference onObject, MethodReference onArray, MethodReference onText)
        {
            Code code = instruction.OpCode.Code;
            if (code == Code.Newarr)
            {
                InsertAfter(processor, instruction, processor.Create(OpCodes.Dup), processor.Create(OpCodes.Call, onArray));
            }
            else if (code == Code.Newobj && ((MethodReference)instruction.Operand).DeclaringType.FullName == "System.String")
            {
                InsertAfter(processor, instruction, processor.Create(OpCodes.Call, onText));
            }
            else if (code == Code.Newobj && ((MethodReference)instruction.Operand).DeclaringType is { IsValueType: false } type)
            {
                InsertAfter(
                    processor,
                    instruction,
                    processor.Create(OpCodes.Dup),
                    processor.Create(OpCodes.Ldc_I4, BytesOf(type.Resolve())),
                    processor.Create(OpCodes.Call, onObject));
            }
            else if (code is Code.Call or Code.Callvirt && MakesText((MethodReference)instruction.Operand))
            {
                InsertAfter(processor, instruction, processor.Create(OpCodes.Call, onText));
            }
        }

        // Our own methods report what they make themselves.
        private static bool MakesText(MethodReference method) =>
            method.ReturnType.FullName == "System.String"
            && !(method.DeclaringType.Namespace ?? "").StartsWith("BatterySim", StringComparison.Ordinal)
            && !method.Name.StartsWith("get_", StringComparison.Ordinal);

        private static int BytesOf(TypeDefinition type)
        {
            int fields = 0;
            for (TypeDefinition? level = type; level is not null && level.FullName != "System.Object"; level = level.BaseType?.Resolve())
            {
                if (level.FullName is "System.MulticastDelegate" or "System.Delegate")
                {
                    return NanoLayout.DelegateBytes;
                }

                if (level.FullName == "System.Exception")
                {
                    return NanoLayout.ObjectBytes(fields + ExceptionFields);
                }

                fields += level.Fields.Count(field => !field.IsStatic);
            }

            int dataBytes = type.FullName == FrameType ? NanoLayout.ArrayBytes(typeof(byte), CanFrame.DataLengthMax) : 0;
            return NanoLayout.ObjectBytes(fields) + dataBytes;
        }

        private static void InsertAfter(ILProcessor processor, Instruction place, params Instruction[] added)
        {
            Instruction last = place;
            foreach (Instruction instruction in added)
            {
                processor.InsertAfter(last, instruction);
                last = instruction;
            }
        }
    }
}
