namespace BatterySim.Nano.Tests
{
    /// <summary>Names of the rules that the inspection enforces.</summary>
    internal static class Rules
    {
        public const string Generics = "no generics: nanoCLR 1.x crashes on them or returns 0";
        public const string Checked = "no checked arithmetic: nanoCLR wraps without an exception";
        public const string MultiDimensional = "no multi-dimensional arrays: nanoCLR crashes on them";
        public const string DefaultInterfaceMethod = "no default interface methods: nanoCLR throws at the call";
        public const string StackAllocation = "no stackalloc: nanoCLR has no localloc";
        public const string EnumText = "no text from an enum: nanoCLR gives the number, .NET the name";
        public const string TextArrays = "no new string array that is read before it is written: its elements are not null on nanoCLR";
        public const string Surface = "nothing outside the reference surface: the board does not have it";
        public const string Determinism = "no clock, thread, device or unseeded random number in the core: two runs must not differ";
        public const string Allocation = "no allocation once running: the board collects garbage in the middle of its work";
    }
}
