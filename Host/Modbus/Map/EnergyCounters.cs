using System;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Modbus.Map
{
    /// <summary>Energy since the start, in thousandths of a kWh, as the inverter's counters have it. They begin at 0.</summary>
    public sealed class EnergyCounters
    {
        private const long MilliwattMillisecondsPerWattHour = 3_600_000_000;

        private long _charge;
        private long _discharge;
        private long _bought;
        private long _sold;
        private long _load;
        private long _solar;
        private long _lastMilliseconds;

        /// <summary>Into the battery, Wh.</summary>
        public long ChargeWattHours => _charge / MilliwattMillisecondsPerWattHour;

        /// <summary>Out of the battery, Wh.</summary>
        public long DischargeWattHours => _discharge / MilliwattMillisecondsPerWattHour;

        /// <summary>From the grid, Wh.</summary>
        public long BoughtWattHours => _bought / MilliwattMillisecondsPerWattHour;

        /// <summary>To the grid, Wh.</summary>
        public long SoldWattHours => _sold / MilliwattMillisecondsPerWattHour;

        /// <summary>To the house, Wh.</summary>
        public long LoadWattHours => _load / MilliwattMillisecondsPerWattHour;

        /// <summary>From the sun, Wh.</summary>
        public long SolarWattHours => _solar / MilliwattMillisecondsPerWattHour;

        /// <summary>Counts what flowed since the last call, at the power of this moment.</summary>
        public void Run(VirtualSolArk inverter)
        {
            ArgumentNullException.ThrowIfNull(inverter);
            long milliseconds = inverter.NowMilliseconds - _lastMilliseconds;
            _lastMilliseconds = inverter.NowMilliseconds;
            long battery = (long)inverter.TerminalMillivolts * inverter.CurrentMilliamps / 1000;
            long served = Math.Max(0, inverter.LoadWatts - inverter.UnservedWatts);
            _charge += Math.Max(0, battery) * milliseconds;
            _discharge += Math.Max(0, -battery) * milliseconds;
            _bought += Math.Max(0, inverter.GridWatts) * 1000L * milliseconds;
            _sold += Math.Max(0, -inverter.GridWatts) * 1000L * milliseconds;
            _load += served * 1000 * milliseconds;
            _solar += inverter.IsPoweredOn ? inverter.Settings.SolarWatts * 1000L * milliseconds : 0;
        }
    }
}
