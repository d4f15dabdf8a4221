using System.Linq;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Board;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>The register table of the chip model: whole, and in agreement with the driver's own table, which was written apart from it.</summary>
    public class RegisterTableTests
    {
        [Theory]
        [InlineData("CANCTRL", "REQOP", Mcp2515Registers.ModeMask)]
        [InlineData("CANCTRL", "ABAT", Mcp2515Registers.AbortAll)]
        [InlineData("CANCTRL", "OSM", Mcp2515Registers.OneShot)]
        [InlineData("CANCTRL", "CLKEN", Mcp2515Registers.ClockOutEnable)]
        [InlineData("CANSTAT", "OPMOD", Mcp2515Registers.ModeMask)]
        [InlineData("CANINTF", "MERRF", Mcp2515Registers.MessageErrorInterrupt)]
        [InlineData("CANINTF", "WAKIF", Mcp2515Registers.WakeInterrupt)]
        [InlineData("CANINTF", "ERRIF", Mcp2515Registers.ErrorInterrupt)]
        [InlineData("CANINTF", "TX2IF", Mcp2515Registers.Transmit2Interrupt)]
        [InlineData("CANINTF", "TX1IF", Mcp2515Registers.Transmit1Interrupt)]
        [InlineData("CANINTF", "TX0IF", Mcp2515Registers.Transmit0Interrupt)]
        [InlineData("CANINTF", "RX1IF", Mcp2515Registers.Receive1Interrupt)]
        [InlineData("CANINTF", "RX0IF", Mcp2515Registers.Receive0Interrupt)]
        [InlineData("EFLG", "RX1OVR", Mcp2515Registers.Receive1Overflow)]
        [InlineData("EFLG", "RX0OVR", Mcp2515Registers.Receive0Overflow)]
        [InlineData("EFLG", "TXBO", Mcp2515Registers.BusOff)]
        [InlineData("EFLG", "TXEP", Mcp2515Registers.TransmitPassive)]
        [InlineData("EFLG", "RXEP", Mcp2515Registers.ReceivePassive)]
        [InlineData("EFLG", "TXWAR", Mcp2515Registers.TransmitWarning)]
        [InlineData("EFLG", "RXWAR", Mcp2515Registers.ReceiveWarning)]
        [InlineData("EFLG", "EWARN", Mcp2515Registers.Warning)]
        [InlineData("TXB1CTRL", "ABTF", Mcp2515Registers.Aborted)]
        [InlineData("TXB1CTRL", "MLOA", Mcp2515Registers.LostArbitration)]
        [InlineData("TXB1CTRL", "TXERR", Mcp2515Registers.TransmitError)]
        [InlineData("TXB1CTRL", "TXREQ", Mcp2515Registers.TransmitRequest)]
        [InlineData("TXB1CTRL", "TXP", Mcp2515Registers.PriorityMask)]
        [InlineData("RXB0CTRL", "BUKT", Mcp2515Registers.Rollover)]
        [InlineData("RXB0SIDL", "SRR", Mcp2515Registers.StandardRemote)]
        [InlineData("RXB0SIDL", "IDE", Mcp2515Registers.Extended)]
        [InlineData("TXB0DLC", "RTR", Mcp2515Registers.RemoteRequest)]
        [InlineData("TXB0DLC", "DLC", Mcp2515Registers.LengthMask)]
        public void Field_OfTheChip_HasTheBitsOfTheDriver(string register, string field, int mask)
        {
            Assert.Equal(mask, Register(register).Fields.Single(item => item.Name == field).Mask);
        }

        [Theory]
        [InlineData("CANCTRL", Mcp2515Registers.CanControl & 0x0F)]
        [InlineData("CANSTAT", Mcp2515Registers.CanStatus & 0x0F)]
        [InlineData("TEC", Mcp2515Registers.TransmitErrorCount)]
        [InlineData("REC", Mcp2515Registers.ReceiveErrorCount)]
        [InlineData("CNF1", Mcp2515Registers.Cnf1)]
        [InlineData("CNF2", Mcp2515Registers.Cnf2)]
        [InlineData("CNF3", Mcp2515Registers.Cnf3)]
        [InlineData("CANINTE", Mcp2515Registers.InterruptEnable)]
        [InlineData("CANINTF", Mcp2515Registers.InterruptFlags)]
        [InlineData("EFLG", Mcp2515Registers.ErrorFlags)]
        [InlineData("RXF3SIDH", Mcp2515Registers.Filter3)]
        [InlineData("RXM1SIDH", Mcp2515Registers.Mask1)]
        [InlineData("TXB0CTRL", Mcp2515Registers.TransmitControl0)]
        [InlineData("RXB1CTRL", Mcp2515Registers.ReceiveControl1)]
        public void Address_OfTheChip_IsThatOfTheDriver(string register, int address)
        {
            Assert.Equal(address, Register(register).Address);
        }

        // Every row of table 11-1 is full: it ends with copies of CANSTAT and CANCTRL.
        [Fact]
        public void Table_EveryAddress_IsOneRegister()
        {
            int[] known = [.. Mcp2515Map.Registers.Select(register => register.Address)];
            Assert.Equal(known.Distinct().Count(), known.Length);
            Assert.All(Enumerable.Range(0, 0x80), address => Assert.Contains(Mcp2515Map.Canonical(address), known));
        }

        [Fact]
        public void Fields_OfEveryRegister_DoNotOverlap()
        {
            Assert.All(Mcp2515Map.Registers, register =>
                Assert.Equal(register.Fields.Sum(field => field.Mask), register.Fields.Aggregate(0, (bits, field) => bits | field.Mask)));
        }

        private static Mcp2515Register Register(string name) => Mcp2515Map.Registers.Single(register => register.Name == name);
    }
}
