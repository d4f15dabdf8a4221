using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    public class LineTests
    {
        [Theory]
        [InlineData("", "", "")]
        [InlineData("   ", "", "")]
        [InlineData(";;", "", "")]
        [InlineData("*IDN?", "BatterySim,Simulated battery bank,0,0.1.0", "")]
        [InlineData("*idn?\t", "BatterySim,Simulated battery bank,0,0.1.0", "")]
        [InlineData("SYST:VERS?", "1999.0", "")]
        [InlineData("system:version?", "1999.0", "")]
        [InlineData(":SYSTEM:VERS?", "1999.0", "")]
        [InlineData("SYSTE:VERS?", "", "-113,\"Undefined header;SYSTE:VERS?\"")]
        [InlineData("SYST:ERR:NEXT?", "0,\"No error\"", "")]
        [InlineData("SYST:ERR?;:SYST:ERR:COUN?", "0,\"No error\";0", "")]
        [InlineData("SYST:VERS", "", "-113,\"Undefined header;SYST:VERS\"")]
        [InlineData("*RST?", "", "-113,\"Undefined header;*RST?\"")]
        [InlineData("FOO", "", "-113,\"Undefined header;FOO\"")]
        [InlineData("MOD3:SOC 55;SOC?", "55.0", "")]
        [InlineData("MOD3:SOC 55;*OPC?;SOC?", "1;55.0", "")]
        [InlineData("MOD3:SOC 55;:MOD2:SOC?", "50.0", "")]
        [InlineData("MOD:SOC 12.3 PCT;SOC?", "12.3", "")]
        [InlineData("MOD3:SOC 55%;SOC?", "55.0", "")]
        [InlineData("MODULE3:SOC MIN;SOC?", "0.0", "")]
        [InlineData("mod3:soc maximum;soc?", "100.0", "")]
        [InlineData("MOD3:SOC DEF;SOC?", "50.0", "")]
        [InlineData("MOD3:SOC? MIN;SOC? MAX;SOC? DEF", "0.0;100.0;50.0", "")]
        [InlineData("MOD3:SOC 140", "", "-222,\"Data out of range;SOC 140 is outside 0 to 100 %\"")]
        [InlineData("MOD3:SOC", "", "-109,\"Missing parameter;SOC\"")]
        [InlineData("MOD3:SOC 5,6", "", "-108,\"Parameter not allowed;6\"")]
        [InlineData("MOD3:SOC? 6", "", "-224,\"Illegal parameter value;SOC 6; ask for MIN, MAX or DEF\"")]
        [InlineData("MOD3:SOC 5 V", "", "-131,\"Invalid suffix;SOC 5 V\"")]
        [InlineData("MOD3:SOC five", "", "-104,\"Data type error;SOC five\"")]
        [InlineData("MOD3:SOC 5..5", "", "-121,\"Invalid character in number;SOC 5..5\"")]
        [InlineData("MOD3:SOC 1e99", "", "-222,\"Data out of range;SOC 1e99 is outside 0 to 100 %\"")]
        [InlineData("MOD3:SOC 5E1;SOC?", "50.0", "")]
        [InlineData("MOD5:SOC 5", "", "-114,\"Header suffix out of range;there is no battery 5; there are 1 to 4\"")]
        [InlineData("MOD0:SOC?", "", "-114,\"Header suffix out of range;there is no battery 0; there are 1 to 4\"")]
        [InlineData("MOD1:CELL17:VOLT?", "", "-114,\"Header suffix out of range;there is no cell 17; there are 1 to 16\"")]
        [InlineData("FRAM352:SENT?", "", "-114,\"Header suffix out of range;the bank never sends 0x352\"")]
        [InlineData("FRAME35A:SENT?", "0", "")]
        [InlineData("MOD4:LINK OFF", "", "-114,\"Header suffix out of range;no cable leaves the last battery\"")]
        [InlineData("OUTP 0;OUTP:STAT?", "0", "")]
        [InlineData("OUTP 2;OUTP?", "1", "")]
        [InlineData("OUTP maybe", "", "-224,\"Illegal parameter value;output maybe; say ON or OFF\"")]
        [InlineData("CURR 350 MA;CURR?", "0.350", "")]
        [InlineData("CURR -0.0205 KA;CURR?", "-20.500", "")]
        [InlineData("LOAD 2.5 kW;LOAD?", "2500", "")]
        [InlineData("BANK:DIAL:PER 500 MS;PER?", "0.500", "")]
        [InlineData("BANK:DIAL:PER 1 MIN", "", "-222,\"Data out of range;period 1 MIN is outside 0.1 to 5 s\"")]
        [InlineData("BANK:DIAL:GAP 400 MS;PER 5", "", "")]
        [InlineData("BANK:DIAL:NAME \"PYLON\";NAME?", "\"PYLON\"", "")]
        [InlineData("BANK:DIAL:NAME 'A;B,C';NAME?", "\"A;B,C\"", "")]
        [InlineData("BANK:DIAL:NAME \"PYLON", "", "-151,\"Invalid string data;a quote is not closed\"")]
        [InlineData("BANK:DIAL:NAME PYLON", "", "-104,\"Data type error;name is a text and goes in quotes\"")]
        [InlineData("BANK:DIAL:NAME \"123456789\"", "", "-223,\"Too much data;name has more characters than 8\"")]
        [InlineData("BANK:DIAL:ORD #H351,#H356;ORD?", "#H351,#H356", "")]
        [InlineData("BANK:CAD poll;CAD?", "POLL", "")]
        [InlineData("BANK:CAD BROADCAST;CAD?", "BRO", "")]
        [InlineData("BANK:BATT 2;:MOD2:SOC 10;SOC?", "10.0", "")]
        [InlineData("BANK:BATT 6;:MOD6:SOC 10;SOC?", "10.0", "")]
        [InlineData("BANK:BATT 2;:MOD3:SOC 10", "", "-114,\"Header suffix out of range;there is no battery 3; there are 1 to 2\"")]
        [InlineData("MOD3:SOC 5\u00ff", "", "-101,\"Invalid character\"")]
        [InlineData("SYST:SPE 2", "", "-241,\"Hardware missing;only a running twin has a speed\"")]
        [InlineData("*RCL 3", "", "-314,\"Save/recall memory lost;nothing usable is kept there\"")]
        public void Execute_OneLine_AnswersAndQueues(string line, string reply, string error)
        {
            Assert.Equal((reply, error), new Bench().Try(line));
        }

        [Fact]
        public void Execute_LineOfFiveHundredAndTwelve_IsTakenAndOneMoreIsNot()
        {
            var bench = new Bench();
            Assert.Equal(("1999.0", ""), bench.Try("SYST:VERS?".PadRight(512)));
            Assert.Equal(("", "-223,\"Too much data;the line has more than 512 characters\""), bench.Try("SYST:VERS?".PadRight(513)));
        }

        [Fact]
        public void Execute_GoodCommandBeforeABadOne_ChangesNothing()
        {
            var bench = new Bench();
            Assert.Equal("-222", bench.Try("MOD1:SOC 20;:MOD2:SOC 140").Error[..4]);
            Assert.Equal("50.0", bench.Ask("MOD1:SOC?"));
        }

        [Fact]
        public void Execute_DialectSettingsThatDoNotGoTogether_AreRefusedWithTheReason()
        {
            var bench = new Bench();
            string error = bench.Try("BANK:DIAL:GAP 400 MS").Error;
            Assert.StartsWith("-221,\"Settings conflict;a burst of 7 frames with gap 400 ms", error);
            Assert.Equal("0.020", bench.Ask("BANK:DIAL:GAP?"));
        }

        [Fact]
        public void Errors_SeventeenOfThem_EndWithQueueOverflow()
        {
            var bench = new Bench();
            for (int count = 0; count < 17; count++)
            {
                bench.Ask("FOO");
            }

            Assert.Equal("16", bench.Ask("SYST:ERR:COUN?"));
            string all = bench.Ask("SYST:ERR:ALL?");
            Assert.EndsWith(",-350,\"Queue overflow\"", all);
            Assert.Equal("0", bench.Ask("SYST:ERR:COUN?"));
        }

        [Fact]
        public void Status_ErrorsAndEnables_ShowInTheStatusByte()
        {
            var bench = new Bench();
            Assert.Equal("128", bench.Ask("*ESR?"));
            Assert.Equal("", bench.Ask("*ESE 48;*SRE 32"));
            bench.Ask("FOO");
            Assert.Equal("100", bench.Ask("*STB?"));
            Assert.Equal("32", bench.Ask("*ESR?"));
            bench.Ask("MOD1:SOC 200");
            Assert.Equal("16", bench.Ask("*ESR?"));
            Assert.Equal("1;1", bench.Ask("*OPC;*OPC?;*ESR?"));
            Assert.Equal("", bench.Ask("*CLS"));
            Assert.Equal("0", bench.Ask("*STB?"));
            Assert.Equal("1999.0;16", bench.Ask("SYST:VERS?;*STB?"));
        }

        [Fact]
        public void Feed_HalfALine_WaitsForTheRest()
        {
            var bench = new Bench();
            var port = new BatterySim.Bms.Instrument.InstrumentPort(bench.Simulator.Instrument);
            string reply = "";
            foreach (byte value in "SYST:VE"u8)
            {
                reply += port.Feed(value);
            }

            Assert.Equal("", reply);
            foreach (byte value in "RS?\r\n"u8)
            {
                reply += port.Feed(value);
            }

            Assert.Equal("1999.0", reply);
        }

        [Fact]
        public void Feed_EndlessLine_IsDroppedToItsEndAndTheNextOneWorks()
        {
            var bench = new Bench();
            var port = new BatterySim.Bms.Instrument.InstrumentPort(bench.Simulator.Instrument);
            for (int count = 0; count < 100_000; count++)
            {
                Assert.Equal("", port.Feed((byte)'*'));
            }

            Assert.Equal("", port.Feed((byte)'\n'));
            Assert.StartsWith("-223", bench.Ask("SYST:ERR?"));
            string reply = "";
            foreach (byte value in "*OPC?\n"u8)
            {
                reply += port.Feed(value);
            }

            Assert.Equal("1", reply);
        }
    }
}
