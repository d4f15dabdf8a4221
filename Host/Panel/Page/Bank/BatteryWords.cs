using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Page.State;

namespace BatterySim.Host.Panel.Page.Bank
{
    /// <summary>What a battery's front shows, from its picture.</summary>
    public static class BatteryWords
    {
        /// <summary>Number of LEDs of the charge.</summary>
        public const int ChargeLedCount = 4;

        private const int FullPermille = 1000;
        private const int StandbyMilliamps = 200;

        /// <summary>What was done to it first, then what it does about it.</summary>
        public static string Of(BatteryPicture battery)
        {
            System.ArgumentNullException.ThrowIfNull(battery);
            return string.Join(", ", Words(battery));
        }

        /// <summary>good, part or bad.</summary>
        public static string ClassOf(BatteryPicture battery)
        {
            System.ArgumentNullException.ThrowIfNull(battery);
            return battery.Protections != 0 || !battery.IsBreakerOn || battery.IsLockedOut ? "bad"
                : IsRunning(battery) && Words(battery).Count() == 1 ? "good" : "part";
        }

        /// <summary>RUN: flashes on standby and while charging, steady while discharging, dark asleep (family: PACE boards).</summary>
        public static LedLight Run(BatteryPicture battery)
        {
            System.ArgumentNullException.ThrowIfNull(battery);
            return !IsRunning(battery) ? LedLight.Dark : battery.CurrentMilliamps < -StandbyMilliamps ? LedLight.On : LedLight.Blinking;
        }

        /// <summary>ALM: blinks for an alarm, steady for a protection (family: PACE boards).</summary>
        public static LedLight Alarm(BatteryPicture battery)
        {
            System.ArgumentNullException.ThrowIfNull(battery);
            return !IsRunning(battery) ? LedLight.Dark
                : battery.Protections != 0 || battery.IsLockedOut ? LedLight.On : battery.Alarms != 0 ? LedLight.Blinking : LedLight.Dark;
        }

        /// <summary>An LED of the charge.</summary>
        /// <param name="battery">The battery.</param>
        /// <param name="place">0 for the one of the least charge.</param>
        public static LedLight Charge(BatteryPicture battery, int place)
        {
            System.ArgumentNullException.ThrowIfNull(battery);
            return IsRunning(battery) && battery.SocPermille > place * FullPermille / ChargeLedCount ? LedLight.On : LedLight.Dark;
        }

        private static bool IsRunning(BatteryPicture battery) => battery.State == "running";

        private static IEnumerable<string> Words(BatteryPicture battery)
        {
            if (!battery.IsBreakerOn)
            {
                yield return "breaker off";
            }

            if (battery.IsBreakerOn || IsRunning(battery))
            {
                yield return battery.State;
            }

            if (battery.Protections != 0)
            {
                yield return "protection: " + ValueText.Flags(battery.Protections);
            }

            if (battery.Alarms != 0)
            {
                yield return "alarm: " + ValueText.Flags(battery.Alarms);
            }

            foreach ((bool isSo, string word) in Notes(battery))
            {
                if (isSo)
                {
                    yield return word;
                }
            }
        }

        private static (bool IsSo, string Word)[] Notes(BatteryPicture battery) =>
        [
            (battery.IsLockedOut, "locked out"),
            (battery.IsCut, "chain cut"),
            (battery.Reply == "SIL", "silent"),
            (battery.Reply == "ZERO", "answers zeros"),
            (battery.HasOtherProtocol, "other CAN protocol"),
            (battery.IsChargeFetOpen, "charge FET open"),
            (battery.IsDischargeFetOpen, "discharge FET open"),
            (battery.IsResetHeld, "RST held"),
        ];
    }
}
