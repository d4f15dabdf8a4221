using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Tests.Protocol
{
    /// <summary>A small reader of DBC text that knows only the format, so that the writer is not checked by itself.</summary>
    internal sealed partial class DbcFile
    {
        public Dictionary<uint, DbcMessage> Messages { get; } = [];

        public static DbcFile Parse(string text)
        {
            var file = new DbcFile();
            DbcMessage? message = null;
            foreach (string line in text.Split('\n'))
            {
                Match begin = MessageLine().Match(line);
                Match signal = SignalLine().Match(line);
                if (begin.Success)
                {
                    message = new DbcMessage(begin.Groups["name"].Value, int.Parse(begin.Groups["length"].Value, CultureInfo.InvariantCulture));
                    file.Messages.Add(uint.Parse(begin.Groups["id"].Value, CultureInfo.InvariantCulture), message);
                }
                else if (signal.Success)
                {
                    message!.Signals.Add(signal.Groups["name"].Value, SignalOf(signal));
                }
            }

            return file;
        }

        public decimal Decode(CanFrame frame, string signalName)
        {
            DbcSignal signal = Messages[frame.Id].Signals[signalName];
            ulong raw = 0;
            for (int bit = 0; bit < signal.Length; bit++)
            {
                int at = signal.Start + bit;
                raw |= (ulong)((frame.Data[at / 8] >> (at % 8)) & 1) << bit;
            }

            bool isNegative = signal.IsSigned && (raw >> (signal.Length - 1)) == 1;
            decimal value = isNegative ? raw - (decimal)(1UL << (signal.Length - 1)) * 2 : raw;
            return (value * signal.Factor) + signal.Offset;
        }

        private static DbcSignal SignalOf(Match match)
        {
            return new DbcSignal(
                int.Parse(match.Groups["start"].Value, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["bits"].Value, CultureInfo.InvariantCulture),
                match.Groups["sign"].Value == "-",
                Decimal(match, "factor"),
                Decimal(match, "offset"),
                Decimal(match, "min"),
                Decimal(match, "max"));
        }

        private static decimal Decimal(Match match, string group) => decimal.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

        [GeneratedRegex("^BO_ (?<id>\\d+) (?<name>\\w+): (?<length>\\d) (Battery|Inverter)$")]
        private static partial Regex MessageLine();

        [GeneratedRegex("^ SG_ (?<name>\\w+) : (?<start>\\d+)\\|(?<bits>\\d+)@1(?<sign>[+-]) \\((?<factor>[-.\\d]+),(?<offset>[-.\\d]+)\\) "
            + "\\[(?<min>[-.\\d]+)\\|(?<max>[-.\\d]+)\\] \"(?<unit>[ -~]*)\" (Battery|Inverter)$")]
        private static partial Regex SignalLine();
    }
}
