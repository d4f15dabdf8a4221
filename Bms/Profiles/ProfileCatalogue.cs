namespace BatterySim.Bms.Profiles
{
    /// <summary>Every profile that ships, by name.</summary>
    public static class ProfileCatalogue
    {
        /// <summary>Name of the profile that is used unless another one is asked for.</summary>
        public const string DefaultName = SokSk48v100.Name;

        private static readonly string[] AllNames =
        {
            SokSk48v100.Name,
        };

        /// <summary>Names of all profiles, the default first.</summary>
        public static string[] Names { get { return AllNames; } }

        /// <summary>A fresh profile of that name; null if there is none.</summary>
        public static BatteryProfile Create(string name)
        {
            switch (name)
            {
                case SokSk48v100.Name: return SokSk48v100.Create();
                default: return null;
            }
        }
    }
}
