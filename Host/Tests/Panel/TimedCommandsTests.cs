using System.Collections.Generic;
using System.Threading.Tasks;
using BatterySim.Host.Panel.Page.Forms;
using BatterySim.Host.Scpi;
using Xunit;

namespace BatterySim.Host.Tests.Panel
{
    /// <summary>Settings of a battery that the page starts and takes back.</summary>
    public class TimedCommandsTests
    {
        private readonly List<string> _sent = [];

        [Fact]
        public async Task Setting_WithStartAndDuration_IsSentAndTakenBack()
        {
            TimedCommands commands = new(Send);
            await commands.AddAsync(Form("2", "3"), 10_000);
            await commands.RunAsync(11_999);
            Assert.Empty(_sent);

            await commands.RunAsync(12_000);
            Assert.Equal(["MOD2:TEMP?", "MOD2:TEMP -5 CEL"], _sent);
            await commands.RunAsync(14_999);
            Assert.Single(commands.All);

            await commands.RunAsync(15_000);
            Assert.Equal("MOD2:TEMP 25.0", _sent[^1]);
            Assert.Empty(commands.All);
        }

        [Fact]
        public async Task Setting_EndedBeforeItsStart_IsNeverSent()
        {
            TimedCommands commands = new(Send);
            await commands.AddAsync(Form("2", ""), 0);
            await commands.EndAsync(commands.All[0]);
            await commands.RunAsync(9000);

            Assert.Empty(_sent);
        }

        [Fact]
        public async Task Setting_EndedWhileItLasts_IsTakenBackOnce()
        {
            TimedCommands commands = new(Send);
            await commands.AddAsync(Form("", "60"), 0);
            await commands.EndAsync(commands.All[0]);
            await commands.RunAsync(99_000);

            Assert.Equal(["MOD2:TEMP?", "MOD2:TEMP -5 CEL", "MOD2:TEMP 25.0"], _sent);
        }

        private static RowForm Form(string start, string duration) =>
            new(CommandRows.Find("MODule#:TEMPerature")) { Suffix = 2, Start = start, Duration = duration };

        private Task<string?> Send(string line)
        {
            _sent.Add(line);
            return Task.FromResult<string?>(line.EndsWith('?') ? "25.0" : "");
        }
    }
}
