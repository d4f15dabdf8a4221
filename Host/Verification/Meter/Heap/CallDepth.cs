using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>The most memory that a chain of calls can take at once, from the code alone.</summary>
    /// <remarks>
    /// A virtual call may lead to every override, the call of a delegate to every method that a delegate is made of. A method that calls
    /// itself again counts once more for each of the few levels that a command header has.
    /// </remarks>
    internal sealed class CallDepth
    {
        private const int RecursionLevels = 4;

        private readonly List<ModuleDefinition> _modules;
        private readonly List<MethodDefinition> _delegated;
        private readonly Dictionary<MethodDefinition, int> _depths = [];
        private readonly Dictionary<MethodDefinition, MethodDefinition> _next = [];
        private readonly HashSet<MethodDefinition> _onTheWay = [];

        public CallDepth(IReadOnlyList<string> paths)
        {
            var resolver = new SiblingResolver(paths);
            _modules = [.. paths.Select(path => resolver.Resolve(path))];
            _delegated = [.. Bodies().SelectMany(method => method.Body.Instructions).Where(item => item.OpCode.Code == Code.Ldftn)
                .Select(item => ((MethodReference)item.Operand).Resolve()).Distinct()];
        }

        /// <summary>The deepest chain that begins with a method, outermost first, each with the bytes of its frame.</summary>
        public IReadOnlyList<CallFrame> ChainFrom(string type, string method)
        {
            MethodDefinition? next = Bodies().Single(item => item.DeclaringType.FullName == type && item.Name == method);
            DeepestOf(next);
            var chain = new List<CallFrame>();
            while (next is not null)
            {
                int below = _next.TryGetValue(next, out MethodDefinition? callee) ? _depths[callee] : 0;
                chain.Add(new CallFrame(next.DeclaringType.Name + "." + next.Name, _depths[next] - below));
                next = callee;
            }

            return chain;
        }

        private int DeepestOf(MethodDefinition method)
        {
            if (_depths.TryGetValue(method, out int known))
            {
                return known;
            }

            if (!_onTheWay.Add(method))
            {
                return (RecursionLevels - 1) * FrameOf(method);
            }

            int below = 0;
            MethodDefinition? next = null;
            foreach (MethodDefinition target in TargetsOf(method).Where(target => target.HasBody))
            {
                bool isAgain = _onTheWay.Contains(target);
                int depth = DeepestOf(target);
                if (depth > below)
                {
                    below = depth;
                    next = isAgain ? null : target;
                }
            }

            _onTheWay.Remove(method);
            if (next is not null)
            {
                _next[method] = next;
            }

            _depths[method] = FrameOf(method) + below;
            return _depths[method];
        }

        private IEnumerable<MethodDefinition> TargetsOf(MethodDefinition method)
        {
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj)
                    || ((MethodReference)instruction.Operand) is not { } target || !IsOurs(target.DeclaringType))
                {
                    continue;
                }

                MethodDefinition definition = target.Resolve();
                if (definition.IsRuntime)
                {
                    foreach (MethodDefinition handler in definition.Name == "Invoke" ? _delegated : [])
                    {
                        yield return handler;
                    }
                }
                else if (definition.IsVirtual)
                {
                    foreach (MethodDefinition other in Bodies())
                    {
                        if (other.IsVirtual && other.Name == definition.Name && TakesTheSame(other, definition))
                        {
                            yield return other;
                        }
                    }
                }
                else
                {
                    yield return definition;
                }
            }
        }

        private static bool TakesTheSame(MethodDefinition one, MethodDefinition other) =>
            one.Parameters.Select(parameter => parameter.ParameterType.FullName)
                .SequenceEqual(other.Parameters.Select(parameter => parameter.ParameterType.FullName), StringComparer.Ordinal);

        private bool IsOurs(TypeReference type)
        {
            IMetadataScope scope = type.GetElementType().Scope;
            string name = scope is ModuleDefinition module ? module.Assembly.Name.Name : scope.Name;
            return _modules.Exists(item => item.Assembly.Name.Name == name);
        }

        private IEnumerable<MethodDefinition> Bodies() =>
            _modules.SelectMany(module => module.GetTypes()).SelectMany(type => type.Methods).Where(method => method.HasBody);

        private static int FrameOf(MethodDefinition method) =>
            NanoLayout.FrameBytes(method.Parameters.Count + (method.HasThis ? 1 : 0), method.Body.Variables.Count, method.Body.MaxStackSize);
    }
}
