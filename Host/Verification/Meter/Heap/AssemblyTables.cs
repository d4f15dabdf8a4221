using System.Collections.Generic;
using System.Linq;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>What the interpreter keeps in memory for an assembly, and what the assembly takes in flash, reckoned from its metadata.</summary>
    /// <remarks>
    /// Sizes of the tables' rows are those of the interpreter's sources. Constants are left out, as nanoFramework's metadata processor leaves
    /// them out. Attributes are not counted. Byte code and strings are counted as the metadata processor does (<see cref="ByteCode"/>); at aff412a
    /// the firmware for an MCP2515 came out at 64,237 and 55,740 bytes here, where the processor (4541b46) wrote 64,240 and 55,456.
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
        /// <summary>Reads an assembly.</summary>
        public AssemblyTables(string path)
        {
            using ModuleDefinition module = ModuleDefinition.ReadModule(path);
            List<TypeDefinition> types = [.. module.GetTypes().Where(type => type.Name != "<Module>")];
            List<FieldDefinition> fields = [.. types.SelectMany(type => type.Fields).Where(field => !field.IsLiteral)];
            List<MethodDefinition> methods = [.. types.SelectMany(type => type.Methods)];
            List<MemberReference> members = [.. module.GetMemberReferences()];
            Name = module.Assembly.Name.Name;
            Types = types.Count;
            Methods = methods.Count;
            Fields = fields.Count;
            StaticFields = fields.Count(field => field.IsStatic);
            References = module.GetTypeReferences().Count() + members.Count;
            ByteCodeBytes = module.GetTypes().SelectMany(type => type.Methods).Sum(ByteCode.SizeOf);
            StringBytes = Strings(module, types, fields, methods, members);
            RamBytes = AssemblyBytes + (module.AssemblyReferences.Count * 4) + (References * 4) + (Types * 8) + (Fields * 2) + (Methods * 3)
                + (StaticFields * NanoLayout.BlockBytes);
            FlashBytes = HeaderBytes + (Types * TypeRowBytes) + (Fields * FieldRowBytes) + (Methods * MethodRowBytes)
                + (References * ReferenceRowBytes) + ((Fields + Methods) * SignatureBytes) + ByteCodeBytes + StringBytes
                + fields.Sum(field => field.InitialValue?.Length ?? 0);
        }

        /// <summary>Name of the assembly.</summary>
        public string Name { get; }

        /// <summary>Types.</summary>
        public int Types { get; }

        /// <summary>Methods.</summary>
        public int Methods { get; }

        /// <summary>Fields that are not constants.</summary>
        public int Fields { get; }

        /// <summary>Those of them that are static.</summary>
        public int StaticFields { get; }

        /// <summary>Types and members of other assemblies.</summary>
        public int References { get; }

        /// <summary>Byte code; an assembly of nanoFramework holds 65,535 bytes of it.</summary>
        public int ByteCodeBytes { get; }

        /// <summary>Names and texts; an assembly of nanoFramework holds 65,535 bytes of them.</summary>
        public int StringBytes { get; }

        /// <summary>What the interpreter keeps on the heap for it: tables of resolved types, methods and fields, and the static fields.</summary>
        public int RamBytes { get; }

        /// <summary>About what it takes in flash.</summary>
        public int FlashBytes { get; }

        // A string counts once, in UTF-8 and with its end. Names of static fields are left out, as the metadata processor leaves them out.
        private static int Strings(
            ModuleDefinition module,
            List<TypeDefinition> types,
            List<FieldDefinition> fields,
            List<MethodDefinition> methods,
            List<MemberReference> members)
        {
            IEnumerable<string> names = types.SelectMany(type => new[] { type.Name, type.Namespace })
                .Concat(fields.Where(field => !field.IsStatic).Select(field => field.Name))
                .Concat(methods.Select(method => method.Name))
                .Concat(members.Select(member => member.Name))
                .Concat(module.GetTypeReferences().SelectMany(type => new[] { type.Name, type.Namespace }))
                .Concat(module.AssemblyReferences.Select(reference => reference.Name));
            IEnumerable<string> texts = methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions)
                .Where(item => item.OpCode.Code == Code.Ldstr).Select(item => (string)item.Operand);
            return names.Concat(texts).Distinct().Sum(text => Encoding.UTF8.GetByteCount(text) + 1);
        }
    }
}
