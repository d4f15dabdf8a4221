using System.Text;
using BatterySim.Bms;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Scpi
{
    /// <summary>A client of the instrument inside the process, as the live view and the panel are: what they change goes through SCPI.</summary>
    public sealed class LocalInstrument
    {
        private readonly InstrumentPort _port;

        /// <summary>Makes a client with an error queue of its own, so that it takes nobody's errors.</summary>
        public LocalInstrument(Simulator simulator)
        {
            _port = new InstrumentPort(simulator.Instrument, hasOwnStatus: true);
        }

        /// <summary>Asks a query.</summary>
        /// <returns>The answer; empty where it was refused.</returns>
        public string Ask(string query)
        {
            string answer = Feed(query);
            if (answer.Length == 0)
            {
                Feed("*CLS");
            }

            return answer;
        }

        /// <summary>Has a line carried out, query or command, and takes every error that it met.</summary>
        /// <param name="line">One line.</param>
        /// <param name="error">The first error, as SYST:ERR? has it; null for none.</param>
        /// <returns>The answer; empty for a command.</returns>
        public string Ask(string line, out string? error)
        {
            string answer = Feed(line);
            error = null;
            for (string next = Feed("SYST:ERR?"); !next.StartsWith("0,", System.StringComparison.Ordinal); next = Feed("SYST:ERR?"))
            {
                error ??= next;
            }

            return answer;
        }

        /// <summary>Sends a command.</summary>
        /// <returns>Null, or the error that it met, as SYST:ERR? has it.</returns>
        public string? Send(string command)
        {
            Feed(command);
            string error = Feed("SYST:ERR?");
            return error.StartsWith("0,", System.StringComparison.Ordinal) ? null : error;
        }

        private string Feed(string line)
        {
            string answer = "";
            foreach (byte value in Encoding.Latin1.GetBytes(line + "\n"))
            {
                answer = _port.Feed(value);
            }

            return answer;
        }
    }
}
