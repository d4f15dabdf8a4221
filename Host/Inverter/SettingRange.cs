namespace BatterySim.Host.Inverter
{
    /// <summary>Says of a setting that is out of its range what it is and what it may be.</summary>
    internal static class SettingRange
    {
        public static string? Check(string what, long value, long min, long max, string unit) =>
            value < min || value > max ? $"{what} {value} {unit} is outside {min} to {max} {unit}." : null;
    }
}
