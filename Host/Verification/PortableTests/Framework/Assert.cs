#nullable disable
using System;
using TestFrameworkShared;

namespace nanoFramework.TestFramework
{
    /// <summary>The claims that portable tests make; the same names and meanings as on the board, and only those in use.</summary>
    public sealed class Assert
    {
        public static void AreEqual(bool expected, bool actual, string message = "")
        {
            if (expected != actual)
            {
                Fail("AreEqual", expected.ToString(), actual.ToString(), message);
            }
        }

        public static void AreEqual(int expected, int actual, string message = "")
        {
            if (expected != actual)
            {
                Fail("AreEqual", expected.ToString(), actual.ToString(), message);
            }
        }

        public static void AreEqual(long expected, long actual, string message = "")
        {
            if (expected != actual)
            {
                Fail("AreEqual", expected.ToString(), actual.ToString(), message);
            }
        }

        public static void AreEqual(uint expected, uint actual, string message = "")
        {
            if (expected != actual)
            {
                Fail("AreEqual", expected.ToString(), actual.ToString(), message);
            }
        }

        public static void AreEqual(string expected, string actual, string message = "")
        {
            if (expected != actual)
            {
                Fail("AreEqual", Show(expected), Show(actual), message);
            }
        }

        public static void AreNotEqual(uint notExpected, uint actual, string message = "")
        {
            if (notExpected == actual)
            {
                Fail("AreNotEqual", "anything else", actual.ToString(), message);
            }
        }

        public static void IsTrue(bool condition, string message = "")
        {
            if (!condition)
            {
                Fail("IsTrue", "true", "false", message);
            }
        }

        public static void IsFalse(bool condition, string message = "")
        {
            if (condition)
            {
                Fail("IsFalse", "false", "true", message);
            }
        }

        public static void IsNull(object value, string message = "")
        {
            if (value != null)
            {
                Fail("IsNull", "null", "an object", message);
            }
        }

        /// <summary>The action has to throw this very type; one derived from it is not enough.</summary>
        public static void ThrowsException(Type exception, Action action, string message = "")
        {
            string seen = "nothing";
            try
            {
                action();
            }
            catch (Exception problem)
            {
                if (problem.GetType() == exception)
                {
                    return;
                }

                seen = problem.GetType().FullName;
            }

            Fail("ThrowsException", exception.FullName, seen, message);
        }

        private static string Show(string text)
        {
            return text == null ? "null" : "\"" + text + "\"";
        }

        private static void Fail(string claim, string expected, string actual, string message)
        {
            throw new AssertFailedException("Assert." + claim + ": expected " + expected + ", got " + actual + ". " + message);
        }
    }
}
