namespace BatterySim.Bms
{
    /// <summary>What this product calls itself.</summary>
    public static class Product
    {
        /// <summary>Name.</summary>
        public const string Name = "BatterySim";

        /// <summary>Version; the desktop's project files carry the same one, held together by a test.</summary>
        public const string Version = "0.1.0";
    }
}
