using System;
using System.Runtime.CompilerServices;

namespace BatterySim.Host.Inverter
{
    /// <summary>The inverter's own count of the charge, from the current at its terminals and the capacity it is set to.</summary>
    /// <remarks>
    /// Field (Deye): its main page may show another SOC than the BMS. How it counts is assumed: from the BMS's first SOC or a half, by
    /// ampere-hours, and full when a charge has reached Float.
    /// </remarks>
    internal sealed class OwnSoc(InverterSettings settings)
    {
        private const double StepHours = PowerStage.StepMilliseconds / 3_600_000.0;
        private const double Full = 1000;

        private double _permille = Full / 2;
        private bool _hasReceived;
        private double _gained;
        private int _gainedMilliamps;
        private int _gainedAmpereHours;

        public int Permille => (int)Math.Round(_permille);

        /// <summary>Counts one step of the power stage.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(int currentMilliamps, ReceivedValue bms, bool isFull)
        {
            if (!_hasReceived && bms.IsKnown)
            {
                _hasReceived = true;
                _permille = bms.Value;
            }

            // Two divisions, ten times a second, for a current that is mostly the one of the step before.
            if (currentMilliamps != _gainedMilliamps || settings.BatteryCapacityAmpereHours != _gainedAmpereHours)
            {
                _gainedMilliamps = currentMilliamps;
                _gainedAmpereHours = settings.BatteryCapacityAmpereHours;
                _gained = currentMilliamps * StepHours / (_gainedAmpereHours * 1000.0) * Full;
            }

            _permille = isFull ? Full : Math.Clamp(_permille + _gained, 0, Full);
        }

        public void Restart()
        {
            _permille = Full / 2;
            _hasReceived = false;
        }
    }
}
