using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using BatterySim.Bms;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Bench
{
    /// <summary>Throws lines at the instrument: whole, broken and random ones. None may throw, and a refused one may change nothing.</summary>
    internal static class ScpiFuzz
    {
        public static int Run(int lines, int seed, TextWriter output, TextWriter error)
        {
            var settings = new SimulatorSettings { BatteryCount = 4 };
            var simulator = new Simulator(settings, new SinkBus());
            var random = new ScpiLines(seed);
            int refused = 0;
            string before = ScpiSnapshot.Take(simulator);
            long started = Stopwatch.GetTimestamp();
            for (int line = 0; line < lines; line++)
            {
                string text = random.Next();
                simulator.Instrument.Errors.Clear();
                try
                {
                    simulator.Execute(text);
                }
                catch (Exception problem)
                {
                    error.WriteLine($"bench: line {line} of seed {seed} threw {problem.GetType().Name}: {problem.Message}\n{Printable(text)}");
                    return 1;
                }

                bool isRefused = simulator.Instrument.Errors.Count > 0;
                refused += isRefused ? 1 : 0;
                string after = ScpiSnapshot.Take(simulator);
                if (isRefused && after != before)
                {
                    error.WriteLine($"bench: line {line} of seed {seed} was refused and changed something\n{Printable(text)}");
                    return 1;
                }

                if (line % 100 == 0)
                {
                    simulator.Advance(100);
                    after = ScpiSnapshot.Take(simulator);
                }

                before = after;
            }

            double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            output.WriteLine($"{lines} lines, seed {seed}: {refused} refused, {lines - refused} carried out, {seconds:0.0} s, {lines / seconds:0} lines a second; the whole state compared behind every one");
            return 0;
        }

        private static string Printable(string text)
        {
            var printable = new StringBuilder();
            foreach (char character in text)
            {
                printable.Append(character is >= ' ' and <= '~' ? character.ToString() : $"\\x{(int)character:X2}");
            }

            return printable.ToString();
        }
    }
}
