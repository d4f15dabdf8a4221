using System;

namespace BatterySim.Nano.Tests.Fixtures
{
    /// <summary>Code that breaks one rule of the board in each nested type, so that the inspection can be seen to find it.</summary>
    internal static class Violations
    {
        internal enum Colour
        {
            Red = 0,
        }

        internal interface IWithBody
        {
            int Answer() => 42;
        }

        internal sealed class GenericType<T>
        {
            private readonly T? _value;

            public bool IsEmpty() => _value is null;
        }

        internal static class GenericMethod
        {
            public static T Same<T>(T value) => value;
        }

        internal static class GenericCall
        {
            public static int[] Nothing() => Array.Empty<int>();
        }

        internal static class CheckedAddition
        {
            public static int Add(int left, int right) => checked(left + right);
        }

        internal static class CheckedCast
        {
            public static byte Cut(int value) => checked((byte)value);
        }

        internal static class Matrix
        {
            public static int Corner(int[,] matrix) => matrix[0, 0];
        }

        internal static class ReadsAClock
        {
            public static long Now() => System.DateTime.UtcNow.Ticks;
        }

        internal sealed class KeepsAClock
        {
            public System.Diagnostics.Stopwatch? Watch = null;
        }

        internal static class Sleeps
        {
            public static void Wait() => System.Threading.Thread.Sleep(1);
        }

        internal static class DrawsWithoutASeed
        {
            public static object Source() => new System.Random();
        }

        internal static class WritesAFile
        {
            public static bool Look(string path) => System.IO.File.Exists(path);
        }

        internal static class StackMemory
        {
            public static unsafe int First()
            {
                int* memory = stackalloc int[4];
                return memory[0];
            }
        }

        internal static class EnumToString
        {
            public static string Name(Colour colour) => colour.ToString();
        }

        internal static class EnumInText
        {
            public static string Name(Colour colour) => string.Concat("is ", colour);
        }

        internal static class OutsideTheSurface
        {
            public static string Swap(string text) => text.Replace('a', 'b');
        }

        internal static class Boxing
        {
            public static object Run(int value) => value;
        }

        internal static class NewObject
        {
            public static object Run() => new object();
        }

        internal static class NewArray
        {
            public static int[] Run(int length) => new int[length];
        }

        internal static class NewText
        {
            public static string Run(string left, string right) => left + right;
        }

        internal static class NumberText
        {
            public static int Run(int value) => value.ToString().Length;
        }

        internal static class UnwrittenTexts
        {
            public static bool Run()
            {
                string[] texts = new string[3];
                return texts[0] == null;
            }
        }

        internal static class UnwrittenTextsOfAnyLength
        {
            public static string[] Run(int length) => new string[length];
        }

        internal static class Characters
        {
            public static int Run(string text) => text.ToCharArray().Length;
        }

        internal static class Capture
        {
            public static Action Run(int value) => () => GC.KeepAlive(value);
        }

        internal static class AllocatesTwoCallsDown
        {
            public static int Run(int length) => Middle(length);

            private static int Middle(int length) => NewArray.Run(length).Length;
        }

        internal interface ISize
        {
            int Size();
        }

        internal sealed class AllocatesBehindAnInterface : ISize
        {
            public static int Run(ISize any) => any.Size();

            public int Size() => new int[7].Length;
        }

        internal class AllocatesInAnOverride
        {
            public static int Run(AllocatesInAnOverride any) => any.Size();

            protected virtual int Size() => 0;

            internal sealed class Derived : AllocatesInAnOverride
            {
                protected override int Size() => new int[7].Length;
            }
        }
    }
}
