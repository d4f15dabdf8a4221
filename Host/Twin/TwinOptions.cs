using System;
using System.Collections.Generic;
using BatterySim.Bms;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Twin
{
    /// <summary>What a twin is made from.</summary>
    public sealed class TwinOptions
    {
        /// <summary>Batteries of a bank, master included, where nobody says how many: of <c>run</c> as of a scenario.</summary>
        public const int DefaultBatteries = 4;

        /// <summary>Power taken from the battery that <c>run</c> begins with, W.</summary>
        public const int DefaultLoadWatts = 2000;

        /// <summary>SOC that <c>run</c> begins with, percent.</summary>
        public const int DefaultSocPercent = 55;

        /// <summary>The bank. The twin has room for <see cref="BankRules.TwinCapacity"/> batteries.</summary>
        public SimulatorSettings Bank { get; set; } = new() { Capacity = BankRules.TwinCapacity };

        /// <summary>The inverter; null for none, in which case the load hangs on the battery itself.</summary>
        public InverterSettings? Inverter { get; set; } = new();

        /// <summary>Power taken from the battery, W; negative: power that is there to charge it; 0 for what the inverter is set to.</summary>
        public int LoadWatts { get; set; }

        /// <summary>
        /// Whether a recorder is on the bus as well, as a USB adapter in its normal mode is: it sees every frame and acknowledges it.
        /// Without it and without an inverter nobody acknowledges, and the bank's frames stay in its controller.
        /// </summary>
        public bool HasRecorder { get; set; } = true;

        /// <summary>What a cloned battery sends besides its dialect; null for nothing.</summary>
        public ClonedVoice? Voice { get; set; }

        /// <summary>Lines for the instrument that are carried out before anything is sent, such as the temperature at the start.</summary>
        public IReadOnlyList<string> StartLines { get; set; } = [];

        /// <summary>A virtual inverter set up to match bank and dialect, as an installer would do; a mismatch is to be asked for.</summary>
        public static InverterSettings FitInverter(SimulatorSettings bank)
        {
            ArgumentNullException.ThrowIfNull(bank);
            long ampereHours = bank.Profile.NumberOf(ProfileKey.CapacityMilliampereHours) / 1000L * bank.BatteryCount;
            return new InverterSettings
            {
                BatteryCapacityAmpereHours = (int)Math.Clamp(ampereHours, 1, InverterSettings.CapacityMaxAmpereHours),
                Quirks = { VoltageScale = bank.Dialect.VoltageScale, CurrentSign = bank.Dialect.CurrentSign },
            };
        }

        /// <summary>Says in one sentence why no twin can be made from these options; null if one can.</summary>
        public string? FindProblem()
        {
            return LoadWatts is < -BenchLoad.WattsMax or > BenchLoad.WattsMax
                ? $"load {LoadWatts} W is outside {-BenchLoad.WattsMax} to {BenchLoad.WattsMax} W."
                : Bank.FindProblem() ?? Inverter?.FindProblem();
        }
    }
}
