using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace BatterySim.Nano.Tests
{
    /// <summary>Finds what would make two runs of the core differ: clocks, threads, random numbers without a seed, input and output.</summary>
    /// <remarks>The base library of the board has these, so that the compiler lets them through.</remarks>
    internal static class DeterminismInspection
    {
        private static readonly string[] Types =
        [
            "System.DateTime", "System.TimeSpan", "System.Random", "System.Guid", "System.Environment", "System.Console", "System.GC",
        ];

        private static readonly string[] Namespaces = ["System.Threading", "System.Diagnostics", "System.IO"];

        /// <summary>Looks at fields, signatures and bodies of one type.</summary>
        public static IEnumerable<Finding> Inspect(TypeDefinition type)
        {
            IEnumerable<Finding> fields = from field in type.Fields
                                          where IsForbidden(field.FieldType)
                                          select new Finding(Rules.Determinism, field.FullName, $"is a {field.FieldType.FullName}");
            IEnumerable<Finding> code = from method in type.Methods
                                        where method.HasBody
                                        from instruction in method.Body.Instructions
                                        let member = instruction.Operand as MemberReference
                                        where member is not null && IsForbidden(member as TypeReference ?? member.DeclaringType)
                                        select new Finding(Rules.Determinism, method.FullName, $"uses {member.FullName}");
            return fields.Concat(code).Concat(type.NestedTypes.SelectMany(Inspect));
        }

        private static bool IsForbidden(TypeReference? type)
        {
            TypeReference? element = type?.GetElementType();
            return element is not null && element.Scope != element.Module
                && (Types.Contains(element.FullName)
                    || Namespaces.Any(name => (element.Namespace + ".").StartsWith(name + ".", StringComparison.Ordinal)));
        }
    }
}
