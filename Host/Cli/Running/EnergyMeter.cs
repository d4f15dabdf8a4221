using System;
using BatterySim.Bms.Stack;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>Charge and energy through the bank's terminals, read at every frame on the bus.</summary>
    internal sealed class EnergyMeter(BatteryBank bank)
    {
        private const double MicrosecondsPerHour = 3.6e9;

        private long _lastMicroseconds;
        private int _milliamps = bank.CurrentMilliamps;
        private int _millivolts = bank.VoltageMillivolts;

        /// <summary>Charge that went in, Ah.</summary>
        public double ChargedAmpereHours { get; private set; }

        /// <summary>Charge that came out, Ah, positive.</summary>
        public double DischargedAmpereHours { get; private set; }

        /// <summary>Energy that went in, kWh.</summary>
        public double ChargedKilowattHours { get; private set; }

        /// <summary>Energy that came out, kWh, positive.</summary>
        public double DischargedKilowattHours { get; private set; }

        /// <summary>Counts what flowed since the last look, with the values of then.</summary>
        public void Read(long microseconds)
        {
            double hours = Math.Max(0, microseconds - _lastMicroseconds) / MicrosecondsPerHour;
            double charge = _milliamps / 1000.0 * hours;
            double energy = charge * _millivolts / 1e6;
            if (charge > 0)
            {
                ChargedAmpereHours += charge;
                ChargedKilowattHours += energy;
            }
            else
            {
                DischargedAmpereHours -= charge;
                DischargedKilowattHours -= energy;
            }

            _lastMicroseconds = microseconds;
            _milliamps = bank.CurrentMilliamps;
            _millivolts = bank.VoltageMillivolts;
        }
    }
}
