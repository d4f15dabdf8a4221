using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Panel.Contract;

namespace BatterySim.Host.Panel.Engine.Remote
{
    /// <summary>Leaves out of a picture what the picture before it had, and puts it back in.</summary>
    /// <remarks>
    /// Of the batteries only those that changed are sent; the signals of a frame and the inverter's settings are sent empty where they are as
    /// before.
    /// </remarks>
    public static class PictureDelta
    {
        /// <summary>The picture without what <paramref name="before"/> had.</summary>
        public static BenchPicture Reduce(BenchPicture picture, BenchPicture? before)
        {
            System.ArgumentNullException.ThrowIfNull(picture);
            if (before == null)
            {
                return picture;
            }

            var known = before.Batteries.ToDictionary(static battery => battery.Number);
            var frames = before.Frames.ToDictionary(static frame => frame.Id);
            return picture with
            {
                Batteries = [.. picture.Batteries.Where(battery => known.GetValueOrDefault(battery.Number) != battery)],
                Frames = [.. picture.Frames.Select(frame => ReferenceEquals(frames.GetValueOrDefault(frame.Id)?.Signals, frame.Signals)
                    ? frame with { Signals = [] } : frame)],
                Inverter = picture.Inverter is { } inverter && ReferenceEquals(before.Inverter?.Settings, inverter.Settings)
                    ? inverter with { Settings = [] } : picture.Inverter,
            };
        }

        /// <summary>The whole picture again.</summary>
        /// <param name="picture">As it came.</param>
        /// <param name="batteryCount">Batteries that there are.</param>
        /// <param name="before">The whole picture before it.</param>
        public static BenchPicture Restore(BenchPicture picture, int batteryCount, BenchPicture? before)
        {
            System.ArgumentNullException.ThrowIfNull(picture);
            if (before == null)
            {
                return picture;
            }

            var batteries = before.Batteries.Where(battery => battery.Number <= batteryCount).ToDictionary(static battery => battery.Number);
            foreach (BatteryPicture battery in picture.Batteries)
            {
                batteries[battery.Number] = battery;
            }

            var signals = before.Frames.ToDictionary(static frame => frame.Id, static frame => frame.Signals);
            return picture with
            {
                Batteries = [.. batteries.Values.OrderBy(static battery => battery.Number)],
                Frames = [.. picture.Frames.Select(frame => frame.Signals.Count > 0 ? frame : frame with { Signals = Of(signals, frame.Id) })],
                Inverter = picture.Inverter is { Settings.Count: 0 } inverter
                    ? inverter with { Settings = before.Inverter?.Settings ?? [] } : picture.Inverter,
            };
        }

        private static IReadOnlyList<SignalPicture> Of(Dictionary<uint, IReadOnlyList<SignalPicture>> signals, uint id) =>
            signals.TryGetValue(id, out IReadOnlyList<SignalPicture>? found) ? found : [];
    }
}
