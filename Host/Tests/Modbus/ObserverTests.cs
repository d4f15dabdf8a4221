using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Modbus.Server;
using Xunit;

namespace BatterySim.Host.Tests.Modbus
{
    /// <summary>What is said of an inverter before anything runs, and what is written to it.</summary>
    public class ObserverTests
    {
        private static readonly ModbusClientOptions Hasty = new(TimeoutMilliseconds: 150, Attempts: 1, GapMilliseconds: 5);

        [Fact]
        public void Find_TheUnitHasAnotherId_ProbesAndSaysWhichAnswered()
        {
            using ModbusServer server = Serve(SolArk8KDump.Words, new ModbusServerOptions { Unit = 3, TurnaroundMilliseconds = 0 });
            using InverterObserver observer = Observe(server);

            InverterFacts facts = observer.Find();

            Assert.Equal((3, "8K", "M 5.2.1.1 / S 0.7.1.7 / C 1.4.3.0"), (facts.Unit, facts.Model, facts.Firmware));
            Assert.Equal(["unit 1: no answer within 150 ms", "unit 2: no answer within 150 ms"], facts.Remarks.Take(2));
        }

        [Fact]
        public void Find_TheGivenUnitIsSilent_LooksAtTheOthersAndSaysSo()
        {
            using ModbusServer server = Serve(SolArk8KDump.Words, new ModbusServerOptions { Unit = 2, TurnaroundMilliseconds = 0 });
            using InverterObserver observer = Observe(server, "?unit=7");

            InverterFacts facts = observer.Find();

            Assert.Equal(2, facts.Unit);
            Assert.Contains("unit 7: no answer within 150 ms", facts.Remarks);
        }

        [Fact]
        public void Find_NoUnitAnswers_SaysWhatWasTriedAndWhatToCheck()
        {
            using ModbusServer server = Serve(SolArk8KDump.Words, new ModbusServerOptions { Unit = 0 });
            using InverterObserver observer = Observe(server);

            ModbusConnectionException problem = Assert.Throws<ModbusConnectionException>(observer.Find);

            Assert.Contains("unit 1: no answer", problem.Message, StringComparison.Ordinal);
            Assert.Contains("unit 9: no answer", problem.Message, StringComparison.Ordinal);
            Assert.Contains("Modbus SN", problem.Message, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("crc", "wrong CRC")]
        [InlineData("short", "none of them a valid reply")]
        [InlineData("exception", "exception 04")]
        public void Find_AGatewayThatGarbles_SaysWhatCame(string error, string said)
        {
            using var server = new ErringServer(error);
            using var observer = new InverterObserver(ModbusUrl.Parse($"modbus-rtu://127.0.0.1:{server.Port}", out _)!, Hasty);

            ModbusConnectionException problem = Assert.Throws<ModbusConnectionException>(observer.Find);

            Assert.Contains(said, problem.Message, StringComparison.Ordinal);
        }

        [Fact]
        public void Find_RegistersThatStayZero_AreNamed()
        {
            ushort[] words = SolArk8KDump.Words;
            words[16] = words[17] = 0;
            words[182] = 250;
            using ModbusServer server = Serve(words, new ModbusServerOptions { TurnaroundMilliseconds = 0 });
            using InverterObserver observer = Observe(server);

            IReadOnlyList<string> remarks = observer.Find().Remarks;

            Assert.Equal(["Register 16", "Registers 312", "Register 182"], remarks.Select(static remark => string.Join(' ', remark.Split(' ').Take(2))));
        }

        [Fact]
        public void Write_NotNamed_IsRefusedAndNothingLeaves()
        {
            using ModbusServer server = Serve(SolArk8KDump.Words, new ModbusServerOptions { TurnaroundMilliseconds = 0, TakesWrites = true });
            using InverterObserver observer = Observe(server);
            observer.Find();

            Assert.False(observer.MayWrite(210));
            Assert.Throws<InvalidOperationException>(() => observer.Write(210, 50));
        }

        [Fact]
        public void Differences_OfTwoReadings_NameTheRegister()
        {
            IReadOnlyList<string> differences = InverterObserver.Differences(
                new Dictionary<int, ushort> { [210] = 185, [217] = 10 }, new Dictionary<int, ushort> { [210] = 50, [217] = 10 });

            Assert.Equal(["register 210 (Max A charge) was 185 A and is 50 A"], differences);
        }

        [Fact]
        public void Map_KeysOfScenarios_AreEachAtOneRegister()
        {
            string[] keys = [.. SolArkRegisters.Rows.Select(static row => row.Key).Where(static key => key.Length > 0)];

            Assert.Equal(keys.Distinct(), keys);
            Assert.All(SolArkRegisters.Rows.Where(static row => row.Write is not null), static row => Assert.NotEqual("", row.Key));
        }

        private static ModbusServer Serve(ushort[] words, ModbusServerOptions options) =>
            ModbusServer.Start(ModbusUrl.ParseServed("modbus://127.0.0.1:0", out _)!, SolArk8KDump.Unit(words, options));

        private static InverterObserver Observe(ModbusServer server, string options = "") =>
            new(ModbusUrl.Parse($"modbus://127.0.0.1:{server.EndPoint!.Port}{options}", out _)!, Hasty);
    }
}
