using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Panel.Page.Bus
{
    /// <summary>A signal in words: a number with its name, a flag by its name alone; a clear flag says nothing unless it has just changed.</summary>
    public static class SignalWords
    {
        private const string Clear = "0";

        private static readonly HashSet<string> Flags = [.. DecodeDialects.All.SelectMany(static dialect => dialect.Messages)
            .SelectMany(static message => message.Signals)
            .Where(static signal => signal.Kind == SignalKind.Flag).Select(static signal => signal.Name)];

        /// <summary>The words; empty for a clear flag.</summary>
        public static string Of(SignalPicture signal)
        {
            ArgumentNullException.ThrowIfNull(signal);
            return !Flags.Contains(signal.Name) ? $"{signal.Name} {signal.Value}"
                : signal.Value != Clear ? signal.Name
                : signal.IsChanged ? $"no {signal.Name}" : "";
        }

        /// <summary>True where there are flags and none is set.</summary>
        public static bool AreAllClear(IReadOnlyList<SignalPicture> signals)
        {
            ArgumentNullException.ThrowIfNull(signals);
            return signals.Any(static one => Flags.Contains(one.Name)) && !signals.Any(static one => Flags.Contains(one.Name) && one.Value != Clear);
        }
    }
}
