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
            PowersyncLfpLv8Bit.Name,
            PowersyncLfpLv6Bit.Name,
            EndurEsp5100.Name,
            PylontechPelio.Name,
            PylontechUs5000.Name,
            PylontechUs5000.NewerName,
            PylontechUs3000c.Name,
            PylontechUs2000.Name,
            PylontechUs2000.LaterName,
            DiscoverAesRack.Name,
            Generic16s100.Name,
            PytesEbox48100R.Name,
            EcoWorthyCubix100.Name,
            DeyeSeF12C.Name,
            DekaDd5300.Name,
            JakiperJk48v100.Name,
            BydLvs.Name,
            Eg4.LlsName,
            Eg4.LifePower4Name,
            Eg4.WallMount280Name,
            HomeGridStackd.Name,
        };

        /// <summary>Names of all profiles, the default first.</summary>
        public static string[] Names { get { return AllNames; } }

        /// <summary>The same names and, last, one more if it is not among them.</summary>
        public static string[] NamesWith(string name)
        {
            for (int index = 0; index < AllNames.Length; index++)
            {
                if (AllNames[index] == name)
                {
                    return AllNames;
                }
            }

            string[] names = TextArray.Create(AllNames.Length + 1);
            for (int index = 0; index < AllNames.Length; index++)
            {
                names[index] = AllNames[index];
            }

            names[AllNames.Length] = name;
            return names;
        }

        /// <summary>True if there is a profile of that name.</summary>
        public static bool Has(string name)
        {
            return NamesWith(name) == AllNames;
        }

        /// <summary>A fresh profile of that name with provenances and sources; null if there is none.</summary>
        public static BatteryProfile Create(string name)
        {
            return Create(name, true);
        }

        /// <summary>A fresh profile of that name; null if there is none.</summary>
        /// <param name="name">One of <see cref="Names"/>.</param>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(string name, bool hasSources)
        {
            switch (name)
            {
                case SokSk48v100.Name: return SokSk48v100.Create(hasSources);
                case PowersyncLfpLv8Bit.Name: return PowersyncLfpLv8Bit.Create(hasSources);
                case PowersyncLfpLv6Bit.Name: return PowersyncLfpLv6Bit.Create(hasSources);
                case EndurEsp5100.Name: return EndurEsp5100.Create(hasSources);
                case PylontechPelio.Name: return PylontechPelio.Create(hasSources);
                case PylontechUs5000.Name: return PylontechUs5000.Create(hasSources);
                case PylontechUs5000.NewerName: return PylontechUs5000.CreateNewer(hasSources);
                case PylontechUs3000c.Name: return PylontechUs3000c.Create(hasSources);
                case PylontechUs2000.Name: return PylontechUs2000.Create(hasSources);
                case PylontechUs2000.LaterName: return PylontechUs2000.CreateLater(hasSources);
                case DiscoverAesRack.Name: return DiscoverAesRack.Create(hasSources);
                case Generic16s100.Name: return Generic16s100.Create(hasSources);
                case PytesEbox48100R.Name: return PytesEbox48100R.Create(hasSources);
                case EcoWorthyCubix100.Name: return EcoWorthyCubix100.Create(hasSources);
                case DeyeSeF12C.Name: return DeyeSeF12C.Create(hasSources);
                case DekaDd5300.Name: return DekaDd5300.Create(hasSources);
                case JakiperJk48v100.Name: return JakiperJk48v100.Create(hasSources);
                case BydLvs.Name: return BydLvs.Create(hasSources);
                case Eg4.LlsName: return Eg4.CreateLls(hasSources);
                case Eg4.LifePower4Name: return Eg4.CreateLifePower4(hasSources);
                case Eg4.WallMount280Name: return Eg4.CreateWallMount280(hasSources);
                case HomeGridStackd.Name: return HomeGridStackd.Create(hasSources);
                default: return null;
            }
        }
    }
}
