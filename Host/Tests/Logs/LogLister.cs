using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Can.Logs;

namespace BatterySim.Host.Tests.Logs
{
    /// <summary>Everything that a log gives, as lines: frames, then what was skipped, then what is said about the whole.</summary>
    internal static class LogLister
    {
        public static List<string> List(LogSource source)
        {
            List<string> lines = [];
            LoggedFrame record = new();
            while (source.TryRead(record))
            {
                lines.Add(Describe(record));
            }

            return [.. lines, .. source.Problems.Sentences(source.Unit), .. source.Notes().Select(static note => "note " + note)];
        }

        private static string Describe(LoggedFrame record)
        {
            string time = record.HasTime ? $"{record.TimeMicroseconds / 1_000_000}.{record.TimeMicroseconds % 1_000_000:000000}" : "-";
            string id = record.Frame.Id.ToString(record.Frame.IsExtended ? "X8" : "X3", null);
            string data = record.Frame.IsRemote
                ? "R" + (record.Frame.Length > 0 ? record.Frame.Length : "")
                : Convert.ToHexString(record.Frame.Data, 0, record.Frame.Length);
            string direction = record.Direction switch
            {
                FrameDirection.Received => " R",
                FrameDirection.Sent => " T",
                _ => "",
            };
            return $"{time} {id}#{data}{direction}";
        }
    }
}
