using System;

namespace nanoFramework.TestFramework
{
    /// <summary>Calls the test method once with these arguments; <see cref="TestMethodAttribute"/> beside it is not needed.</summary>
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public class DataRowAttribute : Attribute
    {
        private readonly object[] _methodParameters;

        public DataRowAttribute(params object[] methodParameters)
        {
            _methodParameters = methodParameters;
        }

        public object[] MethodParameters { get { return _methodParameters; } }
    }
}
