using System.Text;
using BatterySim.Bms;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The view as a client of the instrument: all that it changes and much of what it shows goes through SCPI.</summary>
    internal sealed class ViewInstrument
    {
        private readonly InstrumentPort _port;

        /// <summary>Makes a client with an error queue of its own, so that it takes nobody's errors.</summary>
        public ViewInstrument(Simulator simulator)
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
