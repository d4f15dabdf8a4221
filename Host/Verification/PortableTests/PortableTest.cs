using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;

namespace BatterySim.PortableTests
{
    /// <summary>One test method with one row of arguments.</summary>
    internal sealed class PortableTest
    {
        private readonly MethodInfo _method;
        private readonly object?[] _arguments;

        public PortableTest(MethodInfo method, object?[] arguments)
        {
            _method = method;
            _arguments = arguments;
        }

        /// <summary>Class, method and arguments, without the namespace that all share.</summary>
        public string Name
        {
            get
            {
                string type = _method.DeclaringType!.FullName!;
                string shortType = type.StartsWith(PortableTestFinder.Root, StringComparison.Ordinal) ? type[PortableTestFinder.Root.Length..] : type;
                string arguments = string.Join(", ", _arguments.Select(Show));
                return $"{shortType}.{_method.Name}({arguments})";
            }
        }

        /// <summary>Runs as the board's launcher does: with a null <c>this</c>, so that a test with instance state fails here too.</summary>
        /// <exception cref="ArgumentException">The row does not fit the parameters exactly; the board converts nothing.</exception>
        public void Run()
        {
            Type[] types = [.. _method.GetParameters().Select(parameter => parameter.ParameterType)];
            if (!types.SequenceEqual(_arguments.Select(argument => argument?.GetType() ?? typeof(string))))
            {
                throw new ArgumentException($"{Name}: the row's types are not those of the parameters.");
            }

            Caller(types)(_arguments);
        }

        private static string Show(object? argument) => argument switch
        {
            string text => $"\"{text}\"",
            null => "null",
            _ => Convert.ToString(argument, CultureInfo.InvariantCulture)!,
        };

        // Reflection refuses a null target, so the call is written as IL.
        private Action<object?[]> Caller(Type[] types)
        {
            var caller = new DynamicMethod("Call", typeof(void), [typeof(object?[])], typeof(PortableTest).Module, skipVisibility: true);
            ILGenerator il = caller.GetILGenerator();
            if (!_method.IsStatic)
            {
                il.Emit(OpCodes.Ldnull);
            }

            for (int index = 0; index < types.Length; index++)
            {
                il.Emit(OpCodes.Ldarg_0);
                il.Emit(OpCodes.Ldc_I4, index);
                il.Emit(OpCodes.Ldelem_Ref);
                il.Emit(OpCodes.Unbox_Any, types[index]);
            }

            il.Emit(OpCodes.Call, _method);
            il.Emit(OpCodes.Ret);
            return caller.CreateDelegate<Action<object?[]>>();
        }
    }
}
