namespace System
{
    public static class Environment
    {
        public extern static long TickCount64 { get; }
    }
}

namespace nanoFramework.Runtime.Native
{
    public enum RebootOption
    {
        NormalReboot = 0,
        EnterNanoBooter = 1,
        ClrOnly = 2,
        EnterProprietaryBooter = 8,
    }

    public class Power
    {
        public extern Power();
        public extern static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot);
    }
}
