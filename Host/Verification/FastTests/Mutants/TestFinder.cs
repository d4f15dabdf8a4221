using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;
using Xunit.Sdk;

namespace BatterySim.FastTests.Mutants
{
    /// <summary>Finds the tests of this assembly, to be run in this process without a test host.</summary>
    internal static class TestFinder
    {
        // They compile the core anew, or simulate for seconds: what they notice others do too, or it is not worth the time for each mutant.
        private static readonly string[] Slow =
        [
            "HalfMade", "PutIn", "ThreeThousand", "AnyText_Never", "Copy_Of", "ExtendedFrame_InEvery", "WithTheInverter", "Ageing_Soh", "Heat_AtRest",
            "EveryRawValue", "Range_OfARow", "Row_EachOne", "EveryValueOfEveryProduct",
        ];

        /// <summary>The quick tests, a theory once for each of its rows.</summary>
        public static IEnumerable<TestCase> Find()
        {
            return typeof(TestFinder).Assembly.GetTypes()
                .Where(static type => type is { IsAbstract: false, IsPublic: true } || type is { IsNestedPublic: true, IsAbstract: false })
                .SelectMany(static type => type.GetMethods())
                .Where(static method => method.GetCustomAttribute<FactAttribute>() is { Skip: null } && !Slow.Any(method.Name.Contains))
                .SelectMany(CasesOf);
        }

        private static IEnumerable<TestCase> CasesOf(MethodInfo method)
        {
            DataAttribute[] rows = [.. method.GetCustomAttributes<DataAttribute>()];
            if (rows.Length == 0)
            {
                return [new TestCase($"{method.DeclaringType!.FullName}.{method.Name}", () => Run(method, []))];
            }

            return rows.SelectMany(row => row.GetData(method)).Select((arguments, place) => new TestCase(
                $"{method.DeclaringType!.FullName}.{method.Name}[{place}]", () => Run(method, arguments)));
        }

        private static void Run(MethodInfo method, object?[] arguments)
        {
            object? subject = method.IsStatic ? null : Activator.CreateInstance(method.DeclaringType!);
            try
            {
                if (method.Invoke(subject, BindingFlags.DoNotWrapExceptions, null, Fit(method, arguments), null) is Task task)
                {
                    task.GetAwaiter().GetResult();
                }
            }
            finally
            {
                (subject as IDisposable)?.Dispose();
            }
        }

        // Parameters that a row leaves out have their default; whole numbers stand for wider ones.
        private static object?[] Fit(MethodInfo method, object?[] arguments)
        {
            ParameterInfo[] parameters = method.GetParameters();
            object?[] fitted = [.. parameters.Select((parameter, place) => place < arguments.Length ? arguments[place] : parameter.DefaultValue)];
            for (int place = 0; place < fitted.Length; place++)
            {
                Type type = Nullable.GetUnderlyingType(parameters[place].ParameterType) ?? parameters[place].ParameterType;
                if (fitted[place] is IConvertible value && type.IsPrimitive && !type.IsInstanceOfType(value))
                {
                    fitted[place] = Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture);
                }
            }

            return fitted;
        }
    }
}
