using BatterySim.Bms;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>Four batteries on a bus with a recorder and no inverter, and their instrument.</summary>
    internal sealed class Bench
    {
        public Bench(int batteries = 4)
        {
            var options = new TwinOptions { Inverter = null };
            options.Bank.Profile = ProfileCatalogue.Create(ProfileCatalogue.DefaultName);
            options.Bank.BatteryCount = batteries;
            Session = new TwinSession(options);
            Session.Bus.FrameCompleted += (microseconds, _, frame) =>
            {
                string data = frame.IsRemote ? $"R{frame.Length}" : System.Convert.ToHexString(frame.Data, 0, frame.Length);
                Frames.Add((microseconds / 1000, frame.Id, $"{(frame.IsExtended ? frame.Id.ToString("X8") : frame.Id.ToString("X3"))}#{data}"));
            };
        }

        public TwinSession Session { get; }

        public Simulator Simulator => Session.Simulator;

        public System.Collections.Generic.List<(long Milliseconds, uint Id, string Text)> Frames { get; } = [];

        public string Ask(string line) => Simulator.Execute(line);

        /// <summary>Answer and first error, in the form of the tables.</summary>
        public (string Reply, string Error) Try(string line)
        {
            string reply = Ask(line);
            string error = Ask("SYST:ERR?");
            return (reply, error == "0,\"No error\"" ? "" : error);
        }

        public void Advance(long milliseconds) => Session.AdvanceTo(Session.NowMilliseconds + milliseconds);
    }
}
