using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Analysis.Cloning;
using BatterySim.Host.Scenarios.Profiles;

namespace BatterySim.Host.Scenarios.Cloning
{
    /// <summary>Learns a profile file from a log, and holds it against the log.</summary>
    public static class CloneRun
    {
        // A set and the one after it, whatever the period.
        private const int TrialMilliseconds = 11_000;

        /// <summary>The text of the profile file.</summary>
        /// <exception cref="CloneException">The log shows no battery, or one that cannot be simulated.</exception>
        public static string Learn(string title, BusPortrait log)
        {
            if (log.Frames.Count == 0)
            {
                throw new CloneException($"{title} has no frames of a battery to clone.");
            }

            CloneProfile profile = new(title, log);
            BusPortrait trial = CloneTwin.Run(Read(profile.Text()), TrialMilliseconds);
            foreach (FramePortrait frame in log.Frames.Where(CloneDialect.IsModelled))
            {
                if (Pin(frame, trial.Frames.FirstOrDefault(sent => sent.Id == frame.Id && sent.IsExtended == frame.IsExtended)) is byte?[] bytes)
                {
                    profile.Pinned[frame.Id] = bytes;
                }
            }

            string text = profile.Text();
            _ = Read(text);
            return text;
        }

        /// <summary>Reads the text of a profile file that was learned.</summary>
        /// <exception cref="CloneException">It cannot be simulated; the message says why.</exception>
        public static ProfileFileResult Read(string text)
        {
            ProfileFileResult result = ProfileFileReader.Read("clone.yaml", text);
            return result.Profile is not null ? result
                : throw new CloneException("what the log shows cannot be simulated: " + string.Join(" ", result.Diagnostics.Select(static fault => fault.Message)));
        }

        // SOC, SOH, voltage, current and temperature live in the model; of everything else a byte that never changed stays as it was.
        private static byte?[]? Pin(FramePortrait log, FramePortrait? sent)
        {
            if (log.Id == MeasurementsFrame.CanId)
            {
                return null;
            }

            int from = log.Id == StateFrame.CanId ? 6 : 0;
            List<byte?> bytes = [];
            for (int index = 0; index < log.Length; index++)
            {
                bool differs = sent is null || index >= sent.Length || sent.FirstData[index] != log.FirstData[index];
                bytes.Add(index >= from && differs && !log.Varies(index) ? log.FirstData[index] : null);
            }

            return bytes.TrueForAll(static value => value is null) ? null : [.. bytes];
        }
    }
}
