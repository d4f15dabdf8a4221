using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BatterySim.Nano.Tests
{
    /// <summary>The types that a type names, in its declaration or in its code.</summary>
    internal static class TypeMentions
    {
        /// <summary>All of them, of any assembly, some more than once; a list of frames mentions the frame.</summary>
        public static IEnumerable<TypeReference> Of(TypeDefinition type)
        {
            IEnumerable<TypeReference> all = type.Fields.Select(static field => field.FieldType)
                .Concat(type.Interfaces.Select(static item => item.InterfaceType))
                .Concat(type.Methods.SelectMany(Signature))
                .Concat(type.Methods.Where(static method => method.HasBody)
                    .SelectMany(static method => method.Body.Instructions)
                    .SelectMany(In));
            return (type.BaseType is null ? all : all.Append(type.BaseType)).SelectMany(Parts);
        }

        /// <summary>The type in whose file a nested one stands.</summary>
        public static TypeReference Outermost(TypeReference type)
        {
            TypeReference outermost = type.GetElementType();
            while (outermost.DeclaringType is not null)
            {
                outermost = outermost.DeclaringType;
            }

            return outermost;
        }

        private static IEnumerable<TypeReference> In(Instruction instruction) => instruction.Operand switch
        {
            MethodReference method => Signature(method).Append(method.DeclaringType),
            FieldReference field => [field.DeclaringType, field.FieldType],
            TypeReference type => [type],
            _ => [],
        };

        private static IEnumerable<TypeReference> Signature(MethodReference method) =>
            method.Parameters.Select(static item => item.ParameterType).Append(method.ReturnType);

        private static IEnumerable<TypeReference> Parts(TypeReference type) => type is GenericInstanceType generic
            ? generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType)
            : [type.GetElementType()];
    }
}
