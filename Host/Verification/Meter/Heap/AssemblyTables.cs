using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>What the interpreter keeps in memory for an assembly, and what the assembly takes in flash, reckoned from its metadata.</summary>
    /// <remarks>
    /// Sizes of the tables' rows are those of the interpreter's sources. Constants are left out, as nanoFramework's metadata processor leaves
    /// them out. The code is the IL with its tokens cut from four bytes to two; names and texts count once each. Attributes are not counted.
    /// </remarks>
    public sealed class AssemblyTables
    {
        private const int AssemblyBytes = 140;
        private const int HeaderBytes = 124;
        private const int TypeRowBytes = 24;
        private const int FieldRowBytes = 8;
        private const int MethodRowBytes = 16;
        private const int ReferenceRowBytes = 8;
        private const int SignatureBytes = 4;
        private const int HandlerBytes = 12;
        private const int TokenSavingBytes = 2;

        /// <summary>Reads an assembly.</summary>
        public AssemblyTables(string path)
        {
            using ModuleDefinition module = ModuleDefinition.ReadModule(path);
            List<TypeDefinition> types = [.. module.GetTypes().Where(type => type.Name != "<Module>")];
            List<FieldDefinition> fields = [.. types.SelectMany(type => type.Fields).Where(field => !field.IsLiteral)];
            List<MethodDefinition> methods = [.. types.SelectMany(type => type.Methods)];
            List<MemberReference> members = [.. module.GetMemberReferences()];
            Types = types.Count;
            Methods = methods.Count;
            Fields = fields.Count;
            StaticFields = fields.Count(field => field.IsStatic);
            References = module.GetTypeReferences().Count() + members.Count;
            CodeBytes = methods.Where(method => method.HasBody).Sum(method => method.Body.CodeSize);
            RamBytes = AssemblyBytes + (module.AssemblyReferences.Count * 4) + (References * 4) + (Types * 8) + (Fields * 2) + (Methods * 3)
                + (StaticFields * NanoLayout.BlockBytes);
            FlashBytes = HeaderBytes + (Types * TypeRowBytes) + (Fields * FieldRowBytes) + (Methods * MethodRowBytes)
                + (References * ReferenceRowBytes) + ((Fields + Methods) * SignatureBytes) + NanoCode(methods)
                + NamesAndTexts(module, types, fields, methods, members);
        }

        /// <summary>Types.</summary>
        public int Types { get; }

        /// <summary>Methods.</summary>
        public int Methods { get; }

        /// <summary>Fields that are no constants.</summary>
        public int Fields { get; }

        /// <summary>Those of them that are static.</summary>
        public int StaticFields { get; }

        /// <summary>Types and members of other assemblies.</summary>
        public int References { get; }

        /// <summary>IL as the compiler made it, bytes.</summary>
        public int CodeBytes { get; }

        /// <summary>What the interpreter keeps on the heap for it: tables of resolved types, methods and fields, and the static fields.</summary>
        public int RamBytes { get; }

        /// <summary>About what it takes in flash.</summary>
        public int FlashBytes { get; }

        private static int NanoCode(IEnumerable<MethodDefinition> methods)
        {
            int bytes = 0;
            foreach (MethodDefinition method in methods.Where(method => method.HasBody))
            {
                bytes += method.Body.CodeSize + (method.Body.ExceptionHandlers.Count * HandlerBytes) + method.Body.Variables.Count;
                bytes -= TokenSavingBytes * method.Body.Instructions.Count(item => item.Operand is MemberReference or string);
            }

            return bytes;
        }

        private static int NamesAndTexts(
            ModuleDefinition module,
            List<TypeDefinition> types,
            List<FieldDefinition> fields,
            List<MethodDefinition> methods,
            List<MemberReference> members)
        {
            IEnumerable<string> names = types.SelectMany(type => new[] { type.Name, type.Namespace })
                .Concat(fields.Select(field => field.Name))
                .Concat(methods.Select(method => method.Name))
                .Concat(members.Select(member => member.Name))
                .Concat(module.GetTypeReferences().Select(type => type.Name));
            IEnumerable<string> texts = methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions)
                .Where(item => item.OpCode.Code == Code.Ldstr).Select(item => (string)item.Operand);
            int arrays = fields.Sum(field => field.InitialValue?.Length ?? 0);
            return names.Concat(texts).Distinct().Sum(text => text.Length + 1) + arrays;
        }
    }
}
