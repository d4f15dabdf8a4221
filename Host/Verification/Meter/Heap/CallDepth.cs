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
        private readonly HashSet<MethodDefinition> _onTheWay = [];

        public CallDepth(IReadOnlyList<string> paths)
        {
            var resolver = new SiblingResolver(paths);
            _modules = [.. paths.Select(path => resolver.Resolve(path))];
            _delegated = [.. Bodies().SelectMany(method => method.Body.Instructions).Where(item => item.OpCode.Code == Code.Ldftn)
                .Select(item => ((MethodReference)item.Operand).Resolve()).Distinct()];
        }

        public int DeepestOf(string type, string method) =>
            DeepestOf(Bodies().Single(item => item.DeclaringType.FullName == type && item.Name == method));

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
            foreach (MethodDefinition target in TargetsOf(method).Where(target => target.HasBody))
            {
                below = Math.Max(below, DeepestOf(target));
            }

            _onTheWay.Remove(method);
            int depth = FrameOf(method) + below;
            _depths[method] = depth;
            return depth;
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
                        if (other.IsVirtual && other.Name == definition.Name && other.Parameters.Count == definition.Parameters.Count)
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
