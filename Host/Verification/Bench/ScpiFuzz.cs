using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using BatterySim.Bms;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>Throws lines at the instrument: whole, broken and random ones. None may throw, and a refused one may change nothing.</summary>
    internal static class ScpiFuzz
    {
        private const int CompareEvery = 200;

        // A second instrument gets only the lines that the first one carried out. One refused line that changes anything drives the two apart.
        public static int Run(int lines, int seed, TextWriter output, TextWriter error)
        {
            var settings = new SimulatorSettings { BatteryCount = 4 };
            var simulator = new Simulator(settings, new SinkBus());
            var shadow = new Simulator(new SimulatorSettings { BatteryCount = 4 }, new SinkBus());
            var random = new ScpiLines(seed);
            int refused = 0;
            long started = Stopwatch.GetTimestamp();
            for (int line = 1; line <= lines; line++)
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

                if (simulator.Instrument.Errors.Count > 0)
                {
                    refused++;
                }
                else
                {
                    shadow.Execute(text);
                }

                if (line % 100 == 0)
                {
                    simulator.Advance(100);
                    shadow.Advance(100);
                }

                if ((line % CompareEvery == 0 || line == lines) && ScpiSnapshot.Take(simulator) != ScpiSnapshot.Take(shadow))
                {
                    error.WriteLine($"bench: a line of seed {seed} up to {line}, from {line - CompareEvery + 1} on, was refused and changed something");
                    return 1;
                }
            }

            double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            output.WriteLine($"{lines} lines, seed {seed}: {refused} refused, {lines - refused} carried out, {seconds:0.0} s, {lines / seconds:0} lines a second");
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
