using System;

namespace TestFrameworkShared
{
    /// <summary>A claim of a test did not hold.</summary>
    public class AssertFailedException : Exception
    {
        public AssertFailedException(string msg)
            : base(msg)
        {
        }
    }
}
