using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>How the battery of a profile file speaks: <c>dialect</c> in the file.</summary>
    /// <param name="Facts">Its keys but for the frames.</param>
    /// <param name="Frames">What single frames have of their own.</param>
    public sealed record ProfileDialect(IReadOnlyList<ProfileFact> Facts, IReadOnlyList<ProfileFrame> Frames)
    {
        /// <summary>Name of the dialect that the keys change.</summary>
        public string Like => ValueOf(ProfileDialectKeys.Like) ?? Dialects.DefaultName;

        /// <summary>The value of a key; null if the file does not have it.</summary>
        public string? ValueOf(string key) => Facts.FirstOrDefault(fact => fact.Key == key)?.Value;

        /// <summary>Fresh settings for the bank.</summary>
        public DialectSettings CreateSettings()
        {
            DialectSettings settings = Dialects.Create(Like);
            foreach (ProfileFact fact in Facts)
            {
                ProfileDialectKeys.Apply(settings, fact);
            }

            settings.Name = Like;
            settings.Order = [.. settings.Order.Select(definition => Shape(definition, settings))];
            if (settings.Order.Any(static definition => definition is ShapedFrame))
            {
                // Padding comes after the form of a frame, so each frame has its length in its form.
                settings.DataLength = DataLength.Native;
            }

            if (Frames.Any(static frame => Model(frame) != null && frame.StartMilliseconds != null))
            {
                // The rows say when each frame leaves.
                settings.HasOwnTimers = false;
            }

            return settings;
        }

        /// <summary>What the settings cannot say.</summary>
        public ClonedVoice CreateVoice()
        {
            ProfileFrame[] captured = [.. Frames.Where(static frame => Model(frame) == null)];
            Dictionary<uint, FrameTiming> timings = Frames.Where(static frame => Model(frame) != null && frame.StartMilliseconds != null)
                .ToDictionary(static frame => frame.Id, static frame => frame.Timing);
            IEnumerable<CapturedFrame> others = captured.Select(static frame =>
                new CapturedFrame(frame.Id, frame.IsExtended, [.. frame.Bytes.Select(static value => value ?? 0)], frame.Timing));
            return new ClonedVoice([.. others], timings)
            {
                JitterMilliseconds = ValueOf(ProfileDialectKeys.TimerJitter) is string text ? ProfileDialectKeys.Number(text) : 0,
            };
        }

        /// <summary>The frame of the model that a row changes; null for a frame that only the log has.</summary>
        internal static FrameDefinition? Model(ProfileFrame frame) => FrameTable.Find(frame.Id, frame.IsExtended);

        // Once one frame has a form of its own, every frame needs one, since a dialect pads all frames or none.
        private FrameDefinition Shape(FrameDefinition definition, DialectSettings settings)
        {
            ProfileFrame? row = Frames.FirstOrDefault(frame => frame.Id == definition.Id && frame.IsExtended == definition.IsExtended);
            bool hasForms = Frames.Any(static frame => Model(frame) != null && (frame.Length != null || frame.Bytes.Count > 0));
            int length = settings.DataLength == DataLength.Padded ? Bms.Can.CanFrame.DataLengthMax : definition.NativeLengthIn(settings);
            return hasForms ? new ShapedFrame(definition, row?.Length ?? length, row?.Bytes ?? []) : definition;
        }
    }
}
