namespace BatterySim.Bms
{
    /// <summary>What this product calls itself.</summary>
    public static class Product
    {
        /// <summary>Name.</summary>
        public const string Name = "BatterySim";

        /// <summary>Version; the desktop's project files carry the same one, held together by a test.</summary>
        public const string Version = "0.1.0";

        /// <summary>The version in the byte that frames have for a firmware's: major in the upper half, minor in the lower.</summary>
        public const int FirmwareVersion = 0x01;

        /// <summary>The hardware version that frames carry: of a simulator, always the first.</summary>
        public const int HardwareVersion = 1;
    }
}
