using BatterySim.Bms.Instrument;
using BatterySim.Host.Scpi;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    public class CompleterTests
    {
        private static readonly ScpiCompleter Completer = new(
            ScpiHeader.ReadBlock(new Bench().Ask("SYST:HELP:HEAD?").Split('\n')), header => ScpiValues.Of(header.Pattern));

        [Theory]
        [InlineData("*ID", "*IDN?")]
        [InlineData("syst:vers", "syst:vers?")]
        [InlineData("SYST:HELP:", "SYST:HELP:HEAD?")]
        [InlineData("MOD", "MOD:")]
        [InlineData("MODU", "MODULE:")]
        [InlineData("modu", "module:")]
        [InlineData("MOD3", "MOD3:")]
        [InlineData("MOD3:CEL", "MOD3:CELL:")]
        [InlineData("MOD3:CELL4:OF", "MOD3:CELL4:OFFS")]
        [InlineData("MOD3:SO", "MOD3:SO")]
        [InlineData("MOD3:SOC 5;TEM", "MOD3:SOC 5;TEMP")]
        [InlineData("MOD3:SOC 5; tem", "MOD3:SOC 5; temp")]
        [InlineData("MOD3:SOC 5;*OPC?;TEM", "MOD3:SOC 5;*OPC?;TEMP")]
        [InlineData("MOD3:SOC 5;:SYST:VER", "MOD3:SOC 5;:SYST:VERS?")]
        [InlineData("BANK:DIAL:NAME 'A;B:C';PE", "BANK:DIAL:NAME 'A;B:C';PER")]
        [InlineData("SYST:ERR:C", "SYST:ERR:COUN?")]
        [InlineData("*RS", "*RST ")]
        [InlineData("FRAM", "FRAM3")]
        [InlineData("FRAM37", "FRAM379:")]
        [InlineData("frame35e:by", "frame35e:byt?")]
        [InlineData("OUTP O", "OUTP O")]
        [InlineData("OUTP ON", "OUTP ON")]
        [InlineData("OUTP:STAT of", "OUTP:STAT off")]
        [InlineData("BANK:CAD p", "BANK:CAD poll")]
        [InlineData("POL:LIM w", "POL:LIM weakest")]
        [InlineData("MOD1:SOC mi", "MOD1:SOC min")]
        [InlineData("FAUL:VAL:CCL U", "FAUL:VAL:CCL UNKN")]
        [InlineData("NOSUCH:TH", "NOSUCH:TH")]
        public void Complete_HalfALine_GoesOnAsTheInstrumentWouldRead(string typed, string whole)
        {
            ScpiCompletion completion = Completer.Complete(typed);
            Assert.Equal(whole, typed[..completion.Start] + completion.Text);
        }

        [Theory]
        [InlineData("MOD3:SO", "SOC,SOH")]
        [InlineData("FRAM35", "FRAM351,FRAM355,FRAM356,FRAM359,FRAM35A,FRAM35C,FRAM35E,FRAM35F")]
        [InlineData("OUTP O", "OFF,ON")]
        [InlineData("BANK:CAD ", "BOTH,BRO,POLL")]
        [InlineData("XYZ", "")]
        [InlineData("BANK:CAD POLL,", "")]
        public void Complete_SeveralWays_ListsThem(string typed, string candidates)
        {
            Assert.Equal(candidates, string.Join(",", Completer.Complete(typed).Candidates));
        }

        [Fact]
        public void Complete_EveryHeaderOfTheTable_IsReachedFromItsOwnBeginning()
        {
            foreach (SettingRow command in CommandRows.OfTwin)
            {
                string header = ScpiSnapshot.HeaderOf(command, command.HasFrame ? 0x351 : 1, 1);
                ScpiCompletion completion = Completer.Complete(header[..^1]);
                Assert.True(completion.Candidates.Count > 0, header);
                Assert.StartsWith(header[..^1], header[..completion.Start] + completion.Text, System.StringComparison.OrdinalIgnoreCase);
            }
        }

        [Fact]
        public void Complete_AnyText_KeepsWhatWasTyped()
        {
            Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
            {
                string typed = text ?? "";
                ScpiCompletion completion = Completer.Complete(typed);
                return completion.Start <= typed.Length
                    && completion.Text.StartsWith(typed[completion.Start..], System.StringComparison.OrdinalIgnoreCase);
            }).QuickCheckThrowOnFailure();
        }

        [Theory]
        [InlineData("MOD:SOC", "MODule#:SOC <SOC> PCT (0 to 100 %): ")]
        [InlineData("bank:cad", "BANK:CADence BROadcast|POLL|BOTH: ")]
        [InlineData(":SYST:VERS?", "SYSTem:VERSion?: ")]
        public void Explain_BeginningOfAHeader_SaysWhatItTakes(string start, string text)
        {
            Assert.StartsWith(text, ScpiValues.Explain(start)[0], System.StringComparison.Ordinal);
        }
    }
}
