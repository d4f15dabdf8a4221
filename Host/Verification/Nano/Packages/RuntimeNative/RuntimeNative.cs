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

    public static class GC
    {
        public extern static uint Run(bool compactHeap);
        public extern static void EnableGCMessages(bool enable);
    }

    public class Power
    {
        public extern Power();
        public extern static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot);
    }
}
