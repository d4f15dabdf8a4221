using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using BatterySim.Bms.Can;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Tests.Instrument.Transcripts
{
    /// <summary>What is said to an instrument: commands behind an arrow, answers as they are, errors behind an exclamation mark.</summary>
    internal sealed class Transcript
    {
        private readonly StringBuilder _text = new();

        public Transcript(int batteries = 4)
        {
            Bench = Create(batteries);
        }

        public Bench Bench { get; private set; }

        public string Text => _text.ToString();

        /// <summary>A heading or an empty line.</summary>
        public void Note(string text) => _text.Append(text).Append('\n');

        /// <summary>Says a line and writes down what comes of it.</summary>
        public void Say(string line)
        {
            string reply = Bench.Ask(line);
            _text.Append("> ").Append(line).Append('\n');
            foreach (string part in reply.Length == 0 ? [] : reply.Split('\n'))
            {
                _text.Append(part).Append('\n');
            }

            for (string error = NextError(); error.Length > 0; error = NextError())
            {
                _text.Append("! ").Append(error).Append('\n');
            }
        }

        /// <summary>Lets time go by.</summary>
        public void Advance(int milliseconds)
        {
            Bench.Advance(milliseconds);
            _text.Append("+ ").Append(milliseconds).Append(" ms\n");
        }

        /// <summary>Plays lines that were written down before, whatever came of them then, and writes down what comes of them now.</summary>
        public void Play(IEnumerable<string> lines)
        {
            foreach (string line in lines)
            {
                if (line.StartsWith("> ", StringComparison.Ordinal))
                {
                    Say(line[2..]);
                }
                else if (line.StartsWith("+ ", StringComparison.Ordinal))
                {
                    Advance(int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
                }
                else if (line.StartsWith("@ ", StringComparison.Ordinal))
                {
                    Note(line);
                    Do(line[2..].Split(' '));
                }
                else if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
                {
                    Note(line);
                }
            }
        }

        private static Bench Create(int batteries)
        {
            var bench = new Bench(batteries);
            bench.Simulator.Instrument.Host = new TwinInstrumentHost(bench.Session, new TwinRunner(bench.Session, SimulationPace.Real));
            return bench;
        }

        // What no command can do.
        private void Do(string[] words)
        {
            int number = words.Length > 1 ? int.Parse(words[^1], CultureInfo.InvariantCulture) : 0;
            switch (words[0])
            {
                case "batteries": Bench = Create(number); break;
                case "no-host": Bench.Simulator.Instrument.Host = null; break;
                case "board": Bench.Simulator.Instrument.Board = new ListingBoard(); break;
                case "inverter": Receive(number); break;
                case "late-host": Bench.Simulator.Instrument.Host = new LateHost(number); break;
                case "small-store": Bench.Simulator.Instrument.Store = new SmallStore(number); break;
                case "kept": ShowKept(number); break;
                default: throw new ArgumentException($"no transcript can do '{words[0]}'; see Transcript.Do.");
            }
        }

        // An inverter's 0x305 now, and then each second as long as told.
        private void Receive(int seconds)
        {
            var reply = new CanFrame();
            reply.Begin(0x305, 8);
            Bench.Simulator.Receive(reply);
            for (int second = 0; second < seconds; second++)
            {
                Bench.Advance(1000);
                Bench.Simulator.Receive(reply);
            }
        }

        private void ShowKept(int place)
        {
            ISettingsStore store = Bench.Simulator.Instrument.Store;
            char[] line = new char[512];
            if (!store.BeginRead(place))
            {
                Note("nothing");
                return;
            }

            for (int length = store.ReadLine(line); length >= 0; length = store.ReadLine(line))
            {
                _text.Append(line, 0, length).Append('\n');
            }
        }

        private string NextError()
        {
            string error = Bench.Ask("SYST:ERR?");
            return error.StartsWith("0,", StringComparison.Ordinal) ? "" : error;
        }
    }
}
