using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using BatterySim.Bms;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Scpi
{
    /// <summary>Follows what happens in a bank, in the words that the instrument has for it, and takes no event from anybody.</summary>
    public sealed class ScpiEvents
    {
        private const decimal MillisecondsPerSecond = 1000;

        private readonly Simulator _simulator;
        private readonly InstrumentPort _port;
        private int _seen;

        /// <summary>Follows a bank from now on, or from its beginning.</summary>
        /// <param name="simulator">The bank.</param>
        /// <param name="fromStart">True to be told what is in the log already.</param>
        public ScpiEvents(Simulator simulator, bool fromStart)
        {
            ArgumentNullException.ThrowIfNull(simulator);
            _simulator = simulator;
            _port = new InstrumentPort(simulator.Instrument, hasOwnStatus: true);
            _seen = fromStart ? 0 : simulator.Events.AddedCount;
        }

        /// <summary>What is new since the last call: simulated time, ms, and words.</summary>
        public IReadOnlyList<(long Milliseconds, string Text)> ConsumeNew()
        {
            int fresh = Math.Min(_simulator.Events.AddedCount - _seen, _simulator.Events.Count);
            _seen = _simulator.Events.AddedCount;
            if (fresh <= 0)
            {
                return [];
            }

            IReadOnlyList<string> fields = ScpiFields.Split(Ask("EVEN:ALL?"));
            var taken = new List<(long, string)>();
            for (int index = Math.Max(0, (fields.Count / 2) - fresh); index < fields.Count / 2; index++)
            {
                decimal seconds = decimal.Parse(fields[2 * index], CultureInfo.InvariantCulture);
                taken.Add(((long)(seconds * MillisecondsPerSecond), fields[(2 * index) + 1]));
            }

            return taken;
        }

        private string Ask(string query)
        {
            string answer = "";
            foreach (byte value in Encoding.Latin1.GetBytes(query + "\n"))
            {
                answer = _port.Feed(value);
            }

            return answer;
        }
    }
}
