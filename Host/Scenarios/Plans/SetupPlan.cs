using System.Collections.Generic;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Profiles;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Plans
{
    /// <summary>Bank and inverter before a scenario begins.</summary>
    internal sealed class SetupPlan
    {
        /// <summary>Product.</summary>
        public BatteryProfile Profile { get; set; } = ProfileCatalogue.Create(ProfileCatalogue.DefaultName);

        /// <summary>File of the product; null for one that ships.</summary>
        public string? ProfileFile { get; set; }

        /// <summary>How the battery of that file speaks; null for the default.</summary>
        public ProfileDialect? ProfileDialect { get; set; }

        /// <summary>Batteries, master included.</summary>
        public int Batteries { get; set; } = TwinOptions.DefaultBatteries;

        /// <summary>True for a bank that has been in service for hours.</summary>
        public bool StartsAwake { get; set; } = true;

        /// <summary>What is set before the bank starts.</summary>
        public List<PlannedLine> Lines { get; } = [];

        /// <summary>True if switches are set by hand, so that a bench has to start the batteries anew.</summary>
        public bool HasSwitches { get; set; }

        /// <summary>Dialect, for reading frames.</summary>
        public string Dialect { get; set; } = Bms.Protocol.Dialects.Dialects.DefaultName;

        /// <summary>True where 0x356 has its voltage in 0.1 V; null as in the dialect.</summary>
        public bool? IsDecivolt { get; set; }

        /// <summary>True where 0x356 has discharging positive; null as in the dialect.</summary>
        public bool? IsDischargePositive { get; set; }

        /// <summary>False for a bank without inverter.</summary>
        public bool HasInverter { get; set; } = true;

        /// <summary>Model as given.</summary>
        public string Model { get; set; } = "12K";

        /// <summary>Firmware as given.</summary>
        public string Firmware { get; set; } = "";

        /// <summary>Settings of the inverter that the file gives.</summary>
        public List<(InverterKey Key, FormValue Value)> InverterValues { get; } = [];

        /// <summary>Frames that the inverter must have received; null for its own standard.</summary>
        public BatteryFrames? MandatoryFrames { get; set; }

        /// <summary>All of it for reports, in the order of the file.</summary>
        public List<KeyValuePair<string, string>> Settings { get; } = [];

        /// <summary>Fresh settings of the inverter.</summary>
        public InverterSettings CreateInverterSettings()
        {
            var settings = new InverterSettings();
            foreach ((InverterKey key, FormValue value) in InverterValues)
            {
                key.Set?.Invoke(settings, value);
            }

            if (MandatoryFrames is BatteryFrames frames)
            {
                settings.Quirks.MandatoryFrames = frames;
            }

            return settings;
        }
    }
}
