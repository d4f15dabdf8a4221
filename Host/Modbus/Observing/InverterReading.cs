using System;
using System.Globalization;
using BatterySim.Host.Modbus.Map;

namespace BatterySim.Host.Modbus.Observing
{
    /// <summary>Registers of an inverter as one poll found them.</summary>
    /// <param name="StartTicks">When the poll began, ticks of <see cref="System.Diagnostics.Stopwatch"/>.</param>
    /// <param name="EndTicks">When it ended.</param>
    /// <param name="Words">Registers from 0; those that were not polled are 0.</param>
    public sealed record InverterReading(long StartTicks, long EndTicks, ushort[] Words)
    {
        /// <summary>Voltage of the grid, L1.</summary>
        public const int GridVoltageAddress = 150;

        private const int FaultState = 4;
        private const int GridMillivoltsMin = 90_000;

        /// <summary>A register; 0 for one that was not polled.</summary>
        public ushort Word(int address) => address >= 0 && address < Words.Length ? Words[address] : (ushort)0;

        /// <summary>Value of a row of the map: thousandths of its unit, or the code itself.</summary>
        /// <param name="address">First register of a row.</param>
        /// <exception cref="ArgumentException">There is no such row.</exception>
        public long Value(int address)
        {
            RegisterRow row = SolArkRegisters.Find(address) ?? throw new ArgumentException("not a row of the map", nameof(address));
            return row.Decode(Word);
        }

        /// <summary>Value of a row as people read it.</summary>
        public string Text(int address) => SolArkRegisters.Find(address)!.Format(Value(address));

        /// <summary>State in a word; the number where it is not a known one.</summary>
        public string State => Word(SolArkRegisters.State) switch
        {
            0 => "standby",
            1 => "selftest",
            2 => "normal",
            3 => "alarm",
            4 => "fault",
            ushort other => other.ToString(CultureInfo.InvariantCulture),
        };

        /// <summary>The fault words.</summary>
        public ulong FaultBits => SolArkFaultBits.Bits(Word);

        /// <summary>True where no fault stands: notifications are none.</summary>
        public bool IsWithoutFault => SolArkFaultBits.WithoutNotifications(FaultBits) == 0 && Word(SolArkRegisters.State) != FaultState;

        /// <summary>True where there is a grid (V1.4: 150 is its L1). Without one a few volts of noise are there.</summary>
        public bool HasGrid => Value(GridVoltageAddress) > GridMillivoltsMin;
    }
}
