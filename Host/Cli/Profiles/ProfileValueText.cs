using System.Globalization;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Scenarios.Profiles;

namespace BatterySim.Host.Cli.Profiles
{
    /// <summary>A profile's value as people read it.</summary>
    internal static class ProfileValueText
    {
        /// <summary>Number with unit, yes or no, or the text.</summary>
        public static string Format(ProfileValue value)
        {
            if (value.Text is not null)
            {
                return value.Text;
            }

            if (value.Key == ProfileKey.StandaloneAddress && value.Number < 0)
            {
                return "none";
            }

            if (value.Key is ProfileKey.ForceChargeBit5OnPermille or ProfileKey.ForceChargeBit4OnPermille && value.Number < 0)
            {
                return "never";
            }

            if (value.Key == ProfileKey.AddressBits && value.Number == 0)
            {
                return "none, the chain numbers itself";
            }

            ProfileKeyName name = ProfileKeyNames.Of(value.Key);
            if (name.IsYesNo)
            {
                return value.Number != 0 ? "yes" : "no";
            }

            string number = ((decimal)value.Number / name.PerUnit).ToString("0.###", CultureInfo.InvariantCulture);
            return name.Unit.Length == 0 ? number : $"{number} {name.Unit}";
        }

        /// <summary>The mark as a word.</summary>
        public static string Word(Provenance mark)
        {
            return mark switch
            {
                Provenance.Documented => "documented",
                Provenance.Family => "family",
                Provenance.Captured => "captured",
                _ => "assumed",
            };
        }
    }
}
