using System;
using System.Runtime.CompilerServices;

namespace BatterySim.Host.Inverter
{
    /// <summary>The converter between battery and house: makes the current that it may make and the house asks for.</summary>
    /// <remarks>
    /// The voltage at its own terminals is held between DVL and CVL: the current may grow as long as there is headroom, the faster the
    /// more of it there is, and shrinks once it is used up (integral control). So constant current turns into constant voltage by itself.
    /// </remarks>
    public sealed class PowerStage
    {
        /// <summary>Time between two steps of the regulator, ms.</summary>
        public const int StepMilliseconds = 100;

        /// <summary>Below this voltage there is no battery to work with, mV: contactor open, breaker off.</summary>
        public const int VoltageMinMillivolts = 20_000;

        // 25 A a second for each volt: with up to 30 milliohms in the bank and a voltage measured once a second the loop stays calm.
        private const long GainMilliampsPerVoltSecond = 25_000;

        private readonly InverterSettings _settings;

        internal PowerStage(InverterSettings settings)
        {
            _settings = settings;
        }

        /// <summary>Current into the battery, mA, charging positive.</summary>
        public int CurrentMilliamps { get; private set; }

        /// <summary>Voltage that the converter measures at its own terminals, mV.</summary>
        public int TerminalMillivolts { get; internal set; }

        /// <summary>Opens the contactor: no current from this moment.</summary>
        internal void Stop()
        {
            CurrentMilliamps = 0;
        }

        /// <summary>One step.</summary>
        /// <param name="wantedMilliamps">What house and sources ask for, charging positive.</param>
        /// <param name="limits">What battery and settings allow.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Step(long wantedMilliamps, in PowerLimits limits)
        {
            if (TerminalMillivolts < VoltageMinMillivolts)
            {
                Stop();
                return;
            }

            long charge = Allowance(CurrentMilliamps, limits.ChargeVoltageMillivolts - TerminalMillivolts, limits.ChargeMilliamps);
            long discharge = Allowance(-CurrentMilliamps, TerminalMillivolts - limits.DischargeVoltageMillivolts, limits.DischargeMilliamps);
            long target = Math.Clamp(wantedMilliamps, -discharge, charge);

            long slew = Math.Max(1, (long)_settings.SlewMilliampsPerSecond * StepMilliseconds / 1000);

            // Down to what is allowed at once: a limit is not a wish. Everything else at the converter's own pace.
            long current = Math.Clamp(CurrentMilliamps, -discharge, charge);
            CurrentMilliamps = (int)(current + Math.Clamp(target - current, -slew, slew));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static long Allowance(int currentMilliamps, int headroomMillivolts, int limitMilliamps)
        {
            long change = (long)headroomMillivolts * GainMilliampsPerVoltSecond / 1000 * StepMilliseconds / 1000;
            return Math.Clamp(Math.Max(0, currentMilliamps) + change, 0, limitMilliamps);
        }
    }
}
