namespace BatterySim.Host.Modbus.Map
{
    /// <summary>What is disputed about the registers; each is an option of a served address, such as <c>?temperature-offset=off</c>.</summary>
    public sealed record SolArkModbusQuirks
    {
        /// <summary>False to send register 182 without its offset of 1000. Field: one owner reads 250 for 25 degrees.</summary>
        public bool HasTemperatureOffset { get; init; } = true;

        /// <summary>Bit of the fault words that stands for F58. V1.4: code 58 is bit 57; a report of bit 32 was a mistake of the client.</summary>
        public int CommunicationFaultBit { get; init; } = 57;

        /// <summary>True if register 194 reads 0 without a grid (field: 8K); false if it reads 1, open, as V1.4 has it.</summary>
        public bool RelayIsZeroWithoutGrid { get; init; } = true;

        /// <summary>True if 312 to 323 carry what was received from the BMS (family); false if they stay 0.</summary>
        public bool HasBmsBlock { get; init; } = true;
    }
}
