using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace BatterySim.Nano.Tests
{
    /// <summary>Finds every use of a type or member that the reference surface does not declare.</summary>
    /// <remarks>The board build fails on these too; this also holds for an assembly that somebody else compiled.</remarks>
    internal sealed class SurfaceInspection(params ModuleDefinition[] surfaces)
    {
        private readonly HashSet<string> _types = [.. TypesOf(surfaces).Select(type => type.FullName)];
        private readonly HashSet<string> _members =
        [
            .. TypesOf(surfaces).SelectMany(type => type.Methods).Select(method => method.FullName),
            .. TypesOf(surfaces).SelectMany(type => type.Fields).Select(field => field.FullName),
        ];

        /// <summary>Looks at the bodies of one type.</summary>
        public IEnumerable<Finding> Inspect(TypeDefinition type) =>
            from method in type.Methods
            where method.HasBody
            from instruction in method.Body.Instructions
            let member = instruction.Operand as MemberReference
            where member is not null && !IsKnown(member)
            select new Finding(Rules.Surface, method.FullName, $"uses {member.FullName}");

        private static IEnumerable<TypeDefinition> TypesOf(ModuleDefinition[] surfaces) => surfaces.SelectMany(surface => surface.GetTypes());

        private bool IsKnown(MemberReference member) => member switch
        {
            TypeReference type => IsKnownType(type),
            _ => member.DeclaringType is ArrayType || IsOwn(member.DeclaringType) || _members.Contains(member.FullName),
        };

        private bool IsKnownType(TypeReference type)
        {
            TypeReference element = type.GetElementType();
            return IsOwn(element) || _types.Contains(element.FullName);
        }

        private static bool IsOwn(TypeReference type) => type.Scope == type.Module;
    }
}
