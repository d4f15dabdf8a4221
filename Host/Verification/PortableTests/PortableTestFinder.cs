using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using nanoFramework.TestFramework;

namespace BatterySim.PortableTests
{
    /// <summary>Finds the tests as the board's launcher does: public methods of test classes, once for each row or once without rows.</summary>
    internal static class PortableTestFinder
    {
        /// <summary>Namespace of all portable tests.</summary>
        public const string Root = "BatterySim.Tests.";

        /// <summary>All portable tests, in a fixed order.</summary>
        public static IReadOnlyList<PortableTest> All { get; } =
        [
            .. typeof(PortableTestFinder).Assembly.GetTypes()
                .Where(type => type.FullName!.StartsWith(Root, StringComparison.Ordinal))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .SelectMany(TestsOf),
        ];

        /// <summary>The tests of one class; none if it is not a test class.</summary>
        public static IEnumerable<PortableTest> TestsOf(Type type)
        {
            if (type.GetCustomAttribute<TestClassAttribute>() is null)
            {
                return [];
            }

            return type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).SelectMany(TestsOf);
        }

        private static IEnumerable<PortableTest> TestsOf(MethodInfo method)
        {
            DataRowAttribute[] rows = [.. method.GetCustomAttributes<DataRowAttribute>()];
            if (rows.Length > 0)
            {
                return rows.Select(row => new PortableTest(method, row.MethodParameters));
            }

            return method.GetCustomAttribute<TestMethodAttribute>() is null ? [] : [new PortableTest(method, [])];
        }
    }
}
