using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Scenarios.Profiles;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>A named dialect and the settings of it that a user may change one by one.</summary>
    internal sealed class DialectOptions
    {
        private static readonly FrameDefinition Capacity = FrameTable.Find(CapacityFrame.CanId, false);

        private readonly Option<string> _dialect = new("--dialect")
        {
            HelpName = "NAME",
            Description = $"How the bank speaks: {string.Join(", ", Dialects.Names)}.",
            DefaultValueFactory = static _ => Dialects.DefaultName,
        };

        private readonly Option<string?> _dataLength = Text("--data-length", "padded|native", "Eight bytes always, or the lengths that Pylontech sends.");
        private readonly Option<string?> _voltageScale = Text("--voltage-scale", "0.01|0.1", "Volts in one count of 0x356.");
        private readonly Option<string?> _currentSign = Text("--current-sign", "charge|discharge", "What a positive current in 0x356 does to the bank.");
        private readonly Option<string?> _manufacturer = Text("--manufacturer", "NAME", "Name in 0x35E, up to eight characters.");
        private readonly Option<bool> _capacityFrame = new("--capacity-frame") { Description = "Send 0x379, the bank's capacity." };
        private readonly Option<bool> _noCapacityFrame = new("--no-capacity-frame") { Description = "Do not send 0x379." };
        private readonly Option<string?> _period = Text("--period", "TIME", "From one set of frames to the next, 100ms to 5s.");
        private readonly Option<string?> _gap = Text("--gap", "TIME", "From one frame of a set to the next, 0 to 500ms.");
        private readonly Option<string?> _order = Text("--order", "IDS", "Frames of a set in their order, as 351,355,356.");
        private readonly Option<string?> _jitter = Text("--jitter", "TIME", "Each set starts up to this much late, drawn from the seed.");

        /// <summary>The options in the order in which help lists them.</summary>
        public IEnumerable<Option> All =>
            [_dialect, _dataLength, _voltageScale, _currentSign, _manufacturer, _capacityFrame, _noCapacityFrame, _period, _gap, _order, _jitter];

        /// <summary>The dialect with the user's changes. Whether its times fit together is <see cref="DialectSettings.FindProblem"/>'s to say.</summary>
        /// <param name="parsed">The command line.</param>
        /// <param name="own">How the battery of a profile file speaks, in place of the default; null for none. A named dialect goes before it.</param>
        public DialectSettings Read(ParseResult parsed, ProfileDialect? own = null)
        {
            DialectSettings settings = own is not null && !IsGiven(parsed)
                ? own.CreateSettings()
                : Dialects.Create(Values.Name("dialect", parsed.GetValue(_dialect) ?? "", Dialects.Names));
            if (parsed.GetValue(_dataLength) is not null)
            {
                settings.Order = [.. settings.Order.Select(static frame => FrameTable.At(frame.Index))];
            }

            if (parsed.GetValue(_dataLength) is string dataLength)
            {
                settings.DataLength = Values.Choice("--data-length", dataLength, "padded", "native") == "native" ? DataLength.Native : DataLength.Padded;
            }

            if (parsed.GetValue(_voltageScale) is string scale)
            {
                settings.VoltageScale = Values.Choice("--voltage-scale", scale, "0.01", "0.1") == "0.1" ? VoltageScale.Decivolt : VoltageScale.Centivolt;
            }

            if (parsed.GetValue(_currentSign) is string sign)
            {
                settings.CurrentSign = Values.Choice("--current-sign", sign, "charge", "discharge") == "discharge"
                    ? CurrentSign.DischargePositive
                    : CurrentSign.ChargePositive;
            }

            if (parsed.GetValue(_manufacturer) is string name)
            {
                settings.ManufacturerName = Values.FrameName("--manufacturer", name);
            }

            ReadTimes(parsed, settings);
            ReadFrames(parsed, settings);
            return settings;
        }

        /// <summary>What the battery of a profile file sends besides its dialect; null for nothing, as where the user chose another one.</summary>
        public ClonedVoice? ReadVoice(ParseResult parsed, ProfileDialect? own)
        {
            if (own is null || IsGiven(parsed))
            {
                return null;
            }

            ClonedVoice voice = own.CreateVoice();
            bool hasTimes = parsed.GetValue(_period) is null && parsed.GetValue(_gap) is null && parsed.GetValue(_order) is null;
            return hasTimes ? voice : voice with { Timings = new Dictionary<uint, FrameTiming>() };
        }

        private bool IsGiven(ParseResult parsed) => parsed.GetResult(_dialect) is { Implicit: false };

        private static Option<string?> Text(string name, string value, string description) =>
            new(name) { HelpName = value, Description = description };

        private void ReadTimes(ParseResult parsed, DialectSettings settings)
        {
            if (parsed.GetValue(_period) is string period)
            {
                settings.PeriodMilliseconds = Values.ShortTime("--period", period);
            }

            if (parsed.GetValue(_gap) is string gap)
            {
                settings.GapMilliseconds = Values.ShortTime("--gap", gap);
            }

            if (parsed.GetValue(_jitter) is string jitter)
            {
                settings.JitterMilliseconds = Values.ShortTime("--jitter", jitter);
            }
        }

        // Naming 0x379 in the order, or asking for it, means that it is sent; a dialect without it gets it at the end.
        private void ReadFrames(ParseResult parsed, DialectSettings settings)
        {
            bool wants = parsed.GetValue(_capacityFrame);
            bool refuses = parsed.GetValue(_noCapacityFrame);
            if (wants && refuses)
            {
                throw CliException.Usage("--capacity-frame and --no-capacity-frame exclude each other; give one of them.");
            }

            if (parsed.GetValue(_order) is string order)
            {
                settings.Order = Values.FrameOrder("--order", order);
                bool isNamed = settings.Order.Contains(Capacity);
                if (wants && !isNamed)
                {
                    throw CliException.Usage($"--order {order} leaves 379 out, but --capacity-frame asks for it; put 379 into the order.");
                }

                if (isNamed && refuses)
                {
                    throw CliException.Usage($"--order {order} names 379, but --no-capacity-frame forbids it; take one of them away.");
                }

                settings.SendsCapacity = isNamed;
            }
            else if (wants)
            {
                settings.SendsCapacity = true;
                settings.Order = settings.Order.Contains(Capacity) ? settings.Order : [.. settings.Order, Capacity];
            }
            else if (refuses)
            {
                settings.SendsCapacity = false;
            }
        }
    }
}
