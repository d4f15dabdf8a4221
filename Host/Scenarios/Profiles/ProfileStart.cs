using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>What the bank was like where a log begins: <c>start</c> in a profile file. Options of a run go before it.</summary>
    /// <param name="Facts">Its keys.</param>
    public sealed record ProfileStart(IReadOnlyList<ProfileFact> Facts)
    {
        /// <summary>Batteries, master included; null if the file does not say.</summary>
        public int? Batteries => (int?)NumberOf(ProfileStartKeys.Batteries);

        /// <summary>SOC of every battery, %; null if the file does not say.</summary>
        public decimal? SocPercent => NumberOf(ProfileStartKeys.SocPercent);

        /// <summary>Power taken from the bank, W, negative to charge it; null if the file does not say.</summary>
        public int? LoadWatts => (int?)NumberOf(ProfileStartKeys.LoadWatts);

        /// <summary>Lines for the instrument that bring the batteries into this state.</summary>
        /// <param name="batteries">Batteries in the bank.</param>
        public IReadOnlyList<string> Lines(int batteries)
        {
            List<string> lines = [];
            for (int battery = 1; battery <= batteries; battery++)
            {
                if (NumberOf(ProfileStartKeys.SohPercent) is decimal soh)
                {
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"MOD{battery}:SOH {soh}"));
                }

                if (NumberOf(ProfileStartKeys.TemperatureCelsius) is decimal temperature)
                {
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"MOD{battery}:TEMP {temperature}"));
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"MOD{battery}:AMB {temperature}"));
                }
            }

            return lines;
        }

        private decimal? NumberOf(string key)
        {
            string? text = Facts.FirstOrDefault(fact => fact.Key == key)?.Value;
            return text is null ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
        }
    }
}
