using System;
using System.Collections.Generic;
using System.Text;
using BatterySim.Bms.Profiles;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>Labels and units of the profile's keys.</summary>
    /// <remarks>
    /// A key's name ends with its unit by rule, so label and unit follow from the name; the table holds the keys
    /// that the trade calls by another name. A new key is shown properly without a change here.
    /// </remarks>
    public static class ProfileKeyNames
    {
        private static readonly (string Suffix, string Unit, int PerUnit)[] Units =
        [
            ("MilliampereHours", "Ah", 1000),
            ("MilliwattsPerKelvin", "W/K", 1000),
            ("JoulesPerKelvin", "J/K", 1),
            ("Milliwatts", "W", 1000),
            ("Microvolts", "mV", 1000),
            ("Decikelvins", "K", 10),
            ("Ppm", "%", 10000),
            ("WattHours", "Wh", 1),
            ("Millivolts", "V", 1000),
            ("Milliamps", "A", 1000),
            ("Milliohms", "mOhm", 1),
            ("Microohms", "mOhm", 1000),
            ("Permille", "%", 10),
            ("Percent", "%", 1),
            ("Decidegrees", "degC", 10),
            ("Milliseconds", "s", 1000),
            ("Microseconds", "us", 1),
            ("Seconds", "s", 1),
            ("Minutes", "min", 1),
            ("Hours", "h", 1),
            ("Days", "d", 1),
        ];

        private static readonly Dictionary<ProfileKey, string> Labels = new()
        {
            [ProfileKey.CellCount] = "Cells in series",
            [ProfileKey.CapacityMilliampereHours] = "Nominal capacity",
            [ProfileKey.BatteriesMax] = "Most batteries in one bank",
            [ProfileKey.AddressBits] = "Address switches",
            [ProfileKey.AddressSwitchOneIsLeastSignificant] = "Switch 1 counts 1",
            [ProfileKey.AddressMin] = "Lowest address",
            [ProfileKey.AddressMax] = "Highest address",
            [ProfileKey.StandaloneAddress] = "Address when alone",
            [ProfileKey.ChargeVoltageLimitMillivolts] = "CVL, charge voltage limit",
            [ProfileKey.DischargeVoltageLimitMillivolts] = "DVL, discharge voltage limit",
            [ProfileKey.ChargeCurrentLimitMilliamps] = "CCL of one battery",
            [ProfileKey.DischargeCurrentLimitMilliamps] = "DCL of one battery",
            [ProfileKey.ContinuousCurrentMilliamps] = "Current without time limit",
            [ProfileKey.PeakSeconds] = "Limits fall to it after",
            [ProfileKey.ChargeTaperStartPermille] = "CCL tapers above SOC",
            [ProfileKey.ChargeTaperPercent] = "CCL while it tapers",
            [ProfileKey.ChargeFullPercent] = "CCL when full",
            [ProfileKey.ConnectionResistanceMicroohms] = "Cable, breaker and bus bar",
            [ProfileKey.ConnectionResistanceSpreadPpm] = "Spread of cable, breaker and bus bar",
            [ProfileKey.JoinDifferenceMillivolts] = "Refuses to join above a difference of",
            [ProfileKey.ResistanceTemperatureTable] = "Resistance over cell temperature",
            [ProfileKey.CapacityTemperatureTable] = "Capacity over cell temperature",
            [ProfileKey.FastPolarisationMicroohms] = "Fast polarisation, resistance",
            [ProfileKey.FastPolarisationSeconds] = "Fast polarisation, time constant",
            [ProfileKey.SlowPolarisationMicroohms] = "Slow polarisation, resistance",
            [ProfileKey.SlowPolarisationSeconds] = "Slow polarisation, time constant",
            [ProfileKey.HysteresisMicrovolts] = "Charging lifts a cell by",
            [ProfileKey.SelfConsumptionMilliwatts] = "BMS draws while awake",
            [ProfileKey.CurrentDeadBandMilliamps] = "Current shown as 0 up to",
            [ProfileKey.HeatFlowMilliwattsPerKelvin] = "Heat flow to the room",
            [ProfileKey.CellCapacitySpreadPpm] = "Spread of cell capacity",
            [ProfileKey.CellSocSpreadPpm] = "Spread of cell SOC",
            [ProfileKey.CellResistanceSpreadPpm] = "Spread of cell resistance",
            [ProfileKey.BalanceStartMillivolts] = "Balancing starts at a cell of",
            [ProfileKey.BalanceDeltaMillivolts] = "Balancing from a difference of",
            [ProfileKey.ChargeStepOneCellMillivolts] = "CCL, first step at a cell of",
            [ProfileKey.ChargeStepOnePercent] = "CCL after its first step",
            [ProfileKey.ChargeStepTwoCellMillivolts] = "CCL, second step at a cell of",
            [ProfileKey.ChargeStepTwoPercent] = "CCL after its second step",
            [ProfileKey.ChargeStepThreeCellMillivolts] = "CCL, third step at a cell of",
            [ProfileKey.ChargeStepThreePercent] = "CCL after its third step",
            [ProfileKey.ChargeStepReleaseCellMillivolts] = "CCL, steps end below a cell of",
            [ProfileKey.ChargeTemperatureTable] = "CCL over cell temperature",
            [ProfileKey.DischargeTemperatureTable] = "DCL over cell temperature",
            [ProfileKey.FullTailPermille] = "Full below a charge current of",
            [ProfileKey.FullSeconds] = "Full after",
            [ProfileKey.FullHoldPermille] = "Highest SOC before full",
            [ProfileKey.FullReleasePermille] = "Shows 100 % until it has given",
            [ProfileKey.RechargePermille] = "Full takes charge again below SOC",
            [ProfileKey.FullOpensChargeFet] = "Full opens the charge FET",
            [ProfileKey.FullChargeVoltage] = "CVL while full",
            [ProfileKey.FullDelaySeconds] = "Full does so after",
            [ProfileKey.FullRaisesAlarm] = "Full raises the high-voltage alarm",
            [ProfileKey.FullDropsChargeEnable] = "Full drops the charge enable",
            [ProfileKey.ChargeStopCellMillivolts] = "CCL is 0 at a cell of",
            [ProfileKey.DischargeTaperCellMillivolts] = "DCL tapers below a cell of",
            [ProfileKey.DischargeStopCellMillivolts] = "DCL is 0 at a cell of",
            [ProfileKey.ChargeLimiterStartMilliamps] = "Catch-up limiter cuts in at",
            [ProfileKey.ChargeLimiterMilliamps] = "Catch-up limiter lets through",
            [ProfileKey.SleepCellMillivolts] = "Sleeps at rest below a cell of",
            [ProfileKey.SleepSeconds] = "Sleeps after",
            [ProfileKey.ShutdownCellMillivolts] = "Shuts down at a cell of",
            [ProfileKey.ShutdownSeconds] = "Shuts down after",
            [ProfileKey.StartupMilliseconds] = "From waking to first value",
            [ProfileKey.WakeStepMilliseconds] = "Each next battery wakes later by",
            [ProfileKey.BreakerHoldMilliseconds] = "BMS survives breaker off for",
            [ProfileKey.LimitPolicy] = "Limits of the bank",
            [ProfileKey.SocPolicy] = "SOC of the bank",
            [ProfileKey.FlagPolicy] = "Protection of the bank when",
            [ProfileKey.TemperaturePolicy] = "Temperature of the bank",
            [ProfileKey.GapPolicy] = "At a gap in the addresses",
            [ProfileKey.FetRiseDecikelvins] = "FETs above cells at 100 A",
            [ProfileKey.BreakerPowersBms] = "Breaker also powers the BMS",
            [ProfileKey.ForceChargeBit5OnPermille] = "0x35C bit 5 set at SOC",
            [ProfileKey.ForceChargeBit5OffPermille] = "0x35C bit 5 cleared above SOC",
            [ProfileKey.ForceChargeBit4OnPermille] = "0x35C bit 4 set at SOC",
            [ProfileKey.ForceChargeBit4OffPermille] = "0x35C bit 4 cleared above SOC",
            [ProfileKey.FullChargeDays] = "Full charge asked for after",
            [ProfileKey.FullChargePermille] = "Full charge counts from SOC",
            [ProfileKey.ChainPortsAlternate] = "Sockets of the chain take turns",
            [ProfileKey.ExpectsFollowerCount] = "Master is told how many follow",
            [ProfileKey.ManufacturerName] = "Name in 0x35E",
            [ProfileKey.InverterProtocol] = "Way to the inverter",
        };

        /// <summary>Label and unit of a key.</summary>
        public static ProfileKeyName Of(ProfileKey key)
        {
            string name = key.ToString();
            foreach ((string suffix, string unit, int perUnit) in Units)
            {
                if (name.EndsWith(suffix, StringComparison.Ordinal))
                {
                    return new ProfileKeyName(Labels.GetValueOrDefault(key) ?? InWords(name[..^suffix.Length]), unit, perUnit, false);
                }
            }

            return new ProfileKeyName(Labels.GetValueOrDefault(key) ?? InWords(name), "", 1, ProfileKeys.IsYesNo(key));
        }

        /// <summary>Name of a key in files and JSON: <c>chargeVoltageLimitMillivolts</c>.</summary>
        public static string InFile(ProfileKey key) => ProfileKeys.NameOf(key);

        // ChainPorts becomes "Chain ports".
        private static string InWords(string name)
        {
            StringBuilder words = new();
            for (int index = 0; index < name.Length; index++)
            {
                char letter = name[index];
                if (index > 0 && char.IsAsciiLetterUpper(letter))
                {
                    words.Append(' ').Append(char.ToLowerInvariant(letter));
                }
                else
                {
                    words.Append(letter);
                }
            }

            return words.ToString();
        }
    }
}
