using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Profiles;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Shipped products with some rows changed.</summary>
    internal static class TestProfiles
    {
        /// <summary>Changes under which all cells are alike and nothing but the open-circuit curve and the series resistance acts.</summary>
        public static readonly (ProfileKey Key, int Number)[] Ideal =
        [
            (ProfileKey.CellCapacitySpreadPpm, 0),
            (ProfileKey.CellSocSpreadPpm, 0),
            (ProfileKey.CellResistanceSpreadPpm, 0),
            (ProfileKey.HysteresisMicrovolts, 0),
            (ProfileKey.FastPolarisationMicroohms, 0),
            (ProfileKey.SlowPolarisationMicroohms, 0),
        ];

        public static readonly (ProfileKey Key, int Number)[] Lossless =
        [
            (ProfileKey.CoulombEfficiencyPermille, 1000),
            (ProfileKey.SelfConsumptionMilliwatts, 0),
        ];

        public static BatteryProfile With(string name, params (ProfileKey Key, int Number)[] changes) => With(name, null, changes);

        public static BatteryProfile With(string name, string? protectionSet, params (ProfileKey Key, int Number)[] changes)
        {
            BatteryProfile source = ProfileCatalogue.Create(name);
            var values = new List<ProfileValue>();
            values.AddRange(changes.Select(change => new ProfileValue(change.Key, change.Number, Provenance.Assumed, "test")));
            if (protectionSet != null)
            {
                values.Add(new ProfileValue(ProfileKey.ProtectionSet, protectionSet, Provenance.Assumed, "test"));
            }

            for (int key = 0; key < (int)ProfileKey.Count; key++)
            {
                if (source.ValueOf((ProfileKey)key) is { } value)
                {
                    values.Add(value);
                }
            }

            return new BatteryProfile(name, source.Title, source.Caveat, [.. values]);
        }
    }
}
