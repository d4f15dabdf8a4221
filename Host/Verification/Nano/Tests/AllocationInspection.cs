using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BatterySim.Nano.Tests
{
    /// <summary>Walks every call that can follow from some entry points and finds what would allocate on the way.</summary>
    /// <remarks>
    /// A virtual call is followed into every override in the program. An exception may be made where it is thrown:
    /// a newobj directly before a throw is a programming error on its way out, not the running loop. Static constructors run once and do not count.
    /// </remarks>
    internal sealed class AllocationInspection
    {
        private readonly BoardProgram _program;
        private readonly HashSet<MethodDefinition> _seen = [];
        private readonly Queue<MethodDefinition> _queue = new();
        private readonly List<Finding> _findings = [];

        private AllocationInspection(BoardProgram program)
        {
            _program = program;
        }

        public static IReadOnlyList<Finding> Inspect(BoardProgram program, IEnumerable<MethodDefinition> roots) =>
            new AllocationInspection(program).Walk(roots)._findings;

        /// <summary>The methods that a walk from the roots reaches.</summary>
        public static IReadOnlyCollection<MethodDefinition> Reach(BoardProgram program, IEnumerable<MethodDefinition> roots) =>
            new AllocationInspection(program).Walk(roots)._seen;

        private AllocationInspection Walk(IEnumerable<MethodDefinition> roots)
        {
            foreach (MethodDefinition root in roots)
            {
                Extrapolate(root);
            }

            while (_queue.TryDequeue(out MethodDefinition? method))
            {
                foreach (Instruction instruction in method.Body.Instructions)
                {
                    Look(method, instruction);
                }
            }

            return this;
        }

        private void Look(MethodDefinition method, Instruction instruction)
        {
            Code code = instruction.OpCode.Code;
            bool isCall = code is Code.Call or Code.Callvirt or Code.Ldftn or Code.Ldvirtftn or Code.Newobj;
            if (code is Code.Box or Code.Newarr)
            {
                _findings.Add(new Finding(Rules.Allocation, method.FullName, $"{instruction.OpCode.Name} {instruction.Operand}"));
            }
            else if (code == Code.Newobj && Allocates((MethodReference)instruction.Operand) && instruction.Next?.OpCode.Code != Code.Throw)
            {
                _findings.Add(new Finding(Rules.Allocation, method.FullName, $"makes {((MethodReference)instruction.Operand).DeclaringType}"));
            }
            else if (isCall && MakesTextOrArray((MethodReference)instruction.Operand))
            {
                _findings.Add(new Finding(Rules.Allocation, method.FullName, $"makes text or an array with {instruction.Operand}"));
            }

            if (isCall)
            {
                VisitCall((MethodReference)instruction.Operand);
            }
        }

        private void VisitCall(MethodReference target)
        {
            if (!_program.Owns(target.DeclaringType) || target.Resolve() is not { } definition)
            {
                return;
            }

            Extrapolate(definition);
            if (!definition.IsVirtual)
            {
                return;
            }

            foreach (MethodDefinition method in _program.Types.SelectMany(type => type.Methods))
            {
                if (method.IsVirtual && method.Name == definition.Name && HasSameParameters(method, definition))
                {
                    Extrapolate(method);
                }
            }
        }

        private static bool HasSameParameters(MethodDefinition one, MethodDefinition other) =>
            one.Parameters.Select(item => item.ParameterType.FullName).SequenceEqual(other.Parameters.Select(item => item.ParameterType.FullName));

        private void Extrapolate(MethodDefinition method)
        {
            if (method.HasBody && _seen.Add(method))
            {
                _queue.Enqueue(method);
            }
        }

        private static bool Allocates(MethodReference constructor) => !constructor.DeclaringType.IsValueType;

        private bool MakesTextOrArray(MethodReference method) =>
            (method.ReturnType.MetadataType == MetadataType.String || method.ReturnType.IsArray) && !_program.Owns(method.DeclaringType);
    }
}
