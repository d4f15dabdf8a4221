using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Scenarios.Profiles;
using BatterySim.Host.Scpi;
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

        private readonly RowOption _dataLength = new("--data-length", "BANK:DIALect:DLENgth", "Eight bytes always, or the lengths that Pylontech sends.");
        private readonly RowOption _voltageScale = VoltageScale("Volts in one count of 0x356.");
        private readonly RowOption _currentSign = CurrentSign("What a positive current in 0x356 does to the bank.");
        private readonly RowOption _manufacturer = new("--manufacturer", "BANK:DIALect:NAME", "Name in 0x35E.");
        private readonly Option<bool> _capacityFrame = new("--capacity-frame") { Description = "Send 0x379, the bank's capacity." };
        private readonly Option<bool> _noCapacityFrame = new("--no-capacity-frame") { Description = "Do not send 0x379." };
        private readonly RowOption _period = new("--period", "BANK:DIALect:PERiod", "From one burst to the next.");
        private readonly RowOption _gap = new("--gap", "BANK:DIALect:GAP", "From one frame of a burst to the next.");
        private readonly Option<string?> _order = new("--order") { HelpName = "IDS", Description = $"Frames of a burst in their order, as 351,355,356; any of {FrameOrderText.Known}." };
        private readonly RowOption _jitter = new("--jitter", "BANK:DIALect:JITTer", "Each burst starts up to this much late, drawn from the seed.");

        /// <summary>The options in the order in which help lists them.</summary>
        public IEnumerable<Option> All =>
        [
            _dialect, _dataLength.Option, _voltageScale.Option, _currentSign.Option, _manufacturer.Option, _capacityFrame, _noCapacityFrame,
            _period.Option, _gap.Option, _order, _jitter.Option,
        ];

        /// <summary>Those that set what a row of the command table sets.</summary>
        public IEnumerable<RowOption> Rows => [_dataLength, _voltageScale, _currentSign, _manufacturer, _period, _gap, _jitter];

        /// <summary>The scale of 0x356, for the bank or for the inverter that reads it.</summary>
        public static RowOption VoltageScale(string description, string? standard = null) =>
            new("--voltage-scale", "BANK:DIALect:VSCale", description, standard, "0.01", "0.1");

        /// <summary>The sign of the current in 0x356, for the bank or for the inverter that reads it.</summary>
        public static RowOption CurrentSign(string description, string? standard = null) =>
            new("--current-sign", "BANK:DIALect:CSIGn", description, standard);

        /// <summary>The dialect with the user's changes. Whether its times fit together is <see cref="DialectSettings.FindProblem"/>'s to say.</summary>
        /// <param name="parsed">The command line.</param>
        /// <param name="own">How the battery of a profile file speaks, in place of the default; null for none. A named dialect goes before it.</param>
        public DialectSettings Read(ParseResult parsed, ProfileDialect? own = null)
        {
            DialectSettings settings = own is not null && !IsGiven(parsed)
                ? own.CreateSettings()
                : Dialects.Create(Values.Name("dialect", parsed.GetValue(_dialect) ?? "", Dialects.Names));
            if (_dataLength.Read(parsed) is int dataLength)
            {
                settings.Order = [.. settings.Order.Select(static frame => FrameTable.At(frame.Index))];
                settings.DataLength = (DataLength)dataLength;
            }

            settings.VoltageScale = (VoltageScale)(_voltageScale.Read(parsed) ?? (int)settings.VoltageScale);
            settings.CurrentSign = (CurrentSign)(_currentSign.Read(parsed) ?? (int)settings.CurrentSign);
            settings.ManufacturerName = _manufacturer.ReadText(parsed) ?? settings.ManufacturerName;
            settings.PeriodMilliseconds = _period.Read(parsed) ?? settings.PeriodMilliseconds;
            settings.GapMilliseconds = _gap.Read(parsed) ?? settings.GapMilliseconds;
            settings.JitterMilliseconds = _jitter.Read(parsed) ?? settings.JitterMilliseconds;
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
            bool hasTimes = _period.Read(parsed) is null && _gap.Read(parsed) is null && parsed.GetValue(_order) is null;
            return hasTimes ? voice : voice with { Timings = new Dictionary<uint, FrameTiming>() };
        }

        private bool IsGiven(ParseResult parsed) => parsed.GetResult(_dialect) is { Implicit: false };

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
