using System;

namespace nanoFramework.TestFramework
{
    /// <summary>Marks a method that is a test.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public class TestMethodAttribute : Attribute
    {
    }
}
