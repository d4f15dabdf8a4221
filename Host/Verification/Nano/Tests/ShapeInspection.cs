using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace BatterySim.Nano.Tests
{
    /// <summary>What declarations alone give away: generics, array shapes, interface bodies.</summary>
    internal static class ShapeInspection
    {
        public static IEnumerable<Finding> Inspect(TypeDefinition type)
        {
            if (type.HasGenericParameters)
            {
                yield return new Finding(Rules.Generics, type.FullName, "generic type");
            }

            if (type.BaseType is GenericInstanceType || type.Interfaces.Any(item => item.InterfaceType is GenericInstanceType))
            {
                yield return new Finding(Rules.Generics, type.FullName, "generic base type or interface");
            }

            foreach (FieldDefinition field in type.Fields)
            {
                foreach (Finding finding in InspectUse(field.FieldType, field.FullName))
                {
                    yield return finding;
                }
            }

            foreach (Finding finding in type.Methods.SelectMany(method => Inspect(type, method)))
            {
                yield return finding;
            }
        }

        /// <summary>Looks at a type where it is used: in a field, a signature, a local variable or an instruction.</summary>
        public static IEnumerable<Finding> InspectUse(TypeReference type, string where)
        {
            for (TypeReference? part = type; part is not null; part = (part as TypeSpecification)?.ElementType)
            {
                if (part is GenericInstanceType or GenericParameter)
                {
                    yield return new Finding(Rules.Generics, where, $"uses {type.FullName}");
                }

                if (part is ArrayType { IsVector: false })
                {
                    yield return new Finding(Rules.MultiDimensional, where, $"uses {type.FullName}");
                }
            }
        }

        private static IEnumerable<Finding> Inspect(TypeDefinition type, MethodDefinition method)
        {
            if (method.HasGenericParameters)
            {
                yield return new Finding(Rules.Generics, method.FullName, "generic method");
            }

            if (type.IsInterface && method.HasBody && !method.IsStatic)
            {
                yield return new Finding(Rules.DefaultInterfaceMethod, method.FullName, "method with a body in an interface");
            }

            IEnumerable<TypeReference> used = method.Parameters.Select(item => item.ParameterType).Append(method.ReturnType);
            if (method.HasBody)
            {
                used = used.Concat(method.Body.Variables.Select(item => item.VariableType));
            }

            foreach (Finding finding in used.SelectMany(item => InspectUse(item, method.FullName)))
            {
                yield return finding;
            }
        }
    }
}
