using System.Collections.Generic;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Tests.Instrument.Transcripts
{
    /// <summary>A board that writes down what it is asked, and refuses a SOC of 99 %.</summary>
    internal sealed class ListingBoard : IBoardCommands
    {
        private readonly List<string> _said = [];
        private bool _isRefused;

        public void Begin()
        {
            _isRefused = false;
            _said.Add("begin");
        }

        public void Run(ScpiCall call)
        {
            if (call.IsQuery)
            {
                call.Answer().AddQuoted(string.Join(' ', _said));
                return;
            }

            bool isRead = call.Tag is not (int)BoardCommand.Soc || call.ReadNumber();
            _isRefused = isRead && call.Tag == (int)BoardCommand.Soc && call.Value == 990;
            if (isRead && call.EndSetting())
            {
                _said.Add(((BoardCommand)call.Tag).ToString());
            }
        }

        public string? FindProblem() => _isRefused ? "no SOC of 99 %" : null;

        public void Commit() => _said.Add("commit");
    }
}
