using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;
using BatterySim.Host.Analysis.Cloning;
using BatterySim.Host.Scenarios.Profiles;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Cloning
{
    /// <summary>Runs the battery of a profile file without an inverter and looks at what it sends.</summary>
    public static class CloneTwin
    {
        private const int SocPermilleDefault = 550;

        /// <summary>The portrait of a run from its start.</summary>
        /// <param name="file">A sound profile file.</param>
        /// <param name="milliseconds">Simulated time.</param>
        /// <exception cref="CloneException">The file's parts do not fit together.</exception>
        public static BusPortrait Run(ProfileFileResult file, long milliseconds)
        {
            int batteries = file.Start?.Batteries ?? 1;
            TwinOptions options = new()
            {
                Inverter = null,
                LoadWatts = file.Start?.LoadWatts ?? 0,
                Voice = file.Dialect?.CreateVoice(),
                StartLines = file.Start?.Lines(batteries) ?? [],
            };
            options.Bank.Profile = file.Profile!;
            options.Bank.BatteryCount = batteries;
            options.Bank.Capacity = BankRules.TwinCapacity;
            options.Bank.SocPermille = (int)((file.Start?.SocPercent * 10) ?? SocPermilleDefault);
            options.Bank.Dialect = file.Dialect?.CreateSettings() ?? Dialects.Create(Dialects.DefaultName);
            if (options.FindProblem() is string problem)
            {
                throw new CloneException($"the profile cannot be run: {problem}");
            }

            TwinSession session = new(options);
            BusPortrait portrait = new();
            session.Bus.FrameCompleted += (microseconds, _, frame) => portrait.Observe(frame, microseconds);
            session.AdvanceTo(milliseconds);
            portrait.Complete();
            return portrait;
        }
    }
}
