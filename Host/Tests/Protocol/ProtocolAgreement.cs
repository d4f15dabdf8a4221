using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Tests.Protocol
{
    /// <summary>Compares the two statements of the protocol, definitions and catalogue, and names everything that only one of them says.</summary>
    internal static class ProtocolAgreement
    {
        /// <summary>What disagrees between a dialect's frames and the messages of a bank in the catalogue; empty if nothing does.</summary>
        public static IReadOnlyList<string> Compare(
            DialectSettings settings, IReadOnlyList<FrameDefinition> frames, IReadOnlyList<MessageDefinition> messages)
        {
            var problems = new List<string>();
            foreach (FrameDefinition frame in frames)
            {
                MessageDefinition? message = messages.SingleOrDefault(message => message.Carries(frame.Id, frame.IsExtended));
                if (message is null)
                {
                    problems.Add($"frame {Hex(frame.Id)} {frame.Name} is in no message of the catalogue");
                }
                else
                {
                    problems.AddRange(Compare(settings, frame, message).Select(problem => $"frame {Hex(frame.Id)}: {problem}"));
                }
            }

            problems.AddRange(messages
                .Where(message => message.Sender == MessageSender.Battery && !frames.Any(frame => message.Carries(frame.Id, frame.IsExtended)))
                .Select(message => $"message {Hex(message.Id)} {message.Name} has no frame definition"));
            return problems;
        }

        private static IEnumerable<string> Compare(DialectSettings settings, FrameDefinition frame, MessageDefinition message)
        {
            int length = settings.DataLength == DataLength.Padded ? 8 : frame.NativeLengthIn(settings);
            if (frame.Name != message.Name)
            {
                yield return $"is named {frame.Name}, in the catalogue {message.Name}";
            }

            if (length != message.Length)
            {
                yield return $"has {length} bytes, in the catalogue {message.Length}";
            }

            Dictionary<string, string> defined = SignalCollector.Of(frame, settings).ToDictionary(signal => signal.Name, signal => signal.Layout);
            Dictionary<string, string> listed = message.Signals.ToDictionary(signal => signal.Name, LayoutOf);
            foreach (string name in defined.Keys.Union(listed.Keys))
            {
                string here = defined.GetValueOrDefault(name, "nothing");
                string there = listed.GetValueOrDefault(name, "nothing");
                if (here != there)
                {
                    yield return $"{name} is {here}, in the catalogue {there}";
                }
            }
        }

        private static string LayoutOf(SignalDefinition signal)
        {
            return signal.Kind == SignalKind.Text
                ? SignalCollector.Text(signal.StartBit, signal.BitLength)
                : SignalCollector.Number(signal.StartBit, signal.BitLength, signal.IsSigned, signal.Scale);
        }

        private static string Hex(uint id) => "0x" + id.ToString("X3", CultureInfo.InvariantCulture);
    }
}
