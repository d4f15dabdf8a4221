using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using BatterySim.Host.Analysis.Doctor;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Tests.Cli;

namespace BatterySim.Host.Tests.Analysis
{
    /// <summary>A candump log in memory, to be damaged and looked at.</summary>
    internal sealed class LogText(IEnumerable<LogText.Line> lines)
    {
        private readonly List<Line> _lines = [.. lines];

        /// <summary>The frames.</summary>
        public IReadOnlyList<Line> Lines => _lines;

        /// <summary>A run of the twin with its virtual inverter, as a log.</summary>
        public static LogText OfRun(params string[] arguments)
        {
            using TemporaryFolder folder = new();
            string path = folder.File("run.log");
            CliResult run = CliResult.Of(["run", "--speed", "max", .. arguments, "--log", path]);
            return run.ExitCode == 0 ? OfFile(path) : throw new InvalidOperationException(run.Error);
        }

        public static LogText OfFile(string path)
        {
            using FileStream stream = File.OpenRead(path);
            LogSource source = new(stream);
            List<Line> lines = [];
            LoggedFrame record = new();
            while (source.TryRead(record))
            {
                lines.Add(new Line(record.TimeMicroseconds, record.Frame.Id, record.Frame.IsExtended, record.Frame.Data[..record.Frame.Length]));
            }

            return new LogText(lines);
        }

        /// <summary>Keeps the lines that are wanted.</summary>
        public LogText Where(Func<Line, bool> isKept) => new(_lines.Where(isKept));

        /// <summary>Changes frames of one identifier, or all of them for 0.</summary>
        public LogText Change(uint id, Func<Line, Line> change) => new(_lines.Select(line => id == 0 || line.Id == id ? change(line) : line));

        /// <summary>Puts other lines behind each frame of one identifier.</summary>
        public LogText Add(uint id, Func<Line, IEnumerable<Line>> more) => new(_lines.SelectMany(line => line.Id == id
            ? [line, .. more(line)] : new[] { line }));

        /// <summary>What the doctor finds in it.</summary>
        public DoctorReport Report(string target = "", string extraLine = "")
        {
            StringBuilder text = new(extraLine);
            foreach (Line line in _lines)
            {
                text.Append('(').Append(line.Microseconds / 1_000_000).Append('.').Append($"{line.Microseconds % 1_000_000:000000}").Append(") ");
                text.Append(line.Channel).Append(' ').Append(line.Id.ToString(line.IsExtended ? "X8" : "X3", null)).Append('#');
                text.Append(Convert.ToHexString(line.Data)).Append('\n');
            }

            BusSurvey bus = new(target);
            bus.ReadAll(new LogSource(new MemoryStream(Encoding.ASCII.GetBytes(text.ToString())), isSteady: true));
            return new DoctorReport("log", bus);
        }

        /// <summary>Names of the findings.</summary>
        public string[] Findings(string target = "", string extraLine = "") =>
            [.. Report(target, extraLine).Findings.Select(static finding => finding.Rule.Id)];

        /// <summary>One frame.</summary>
        public sealed record Line(long Microseconds, uint Id, bool IsExtended, byte[] Data, string Channel = "can0")
        {
            public double Seconds => Microseconds / 1e6;

            /// <summary>Another 16-bit value at a byte.</summary>
            public Line With16(int at, int value)
            {
                byte[] data = (byte[])Data.Clone();
                data[at] = (byte)value;
                data[at + 1] = (byte)(value >> 8);
                return this with { Data = data };
            }

            /// <summary>Another byte.</summary>
            public Line With8(int at, int value)
            {
                byte[] data = (byte[])Data.Clone();
                data[at] = (byte)value;
                return this with { Data = data };
            }

            public int Get16(int at) => (short)(Data[at] | (Data[at + 1] << 8));
        }
    }
}
