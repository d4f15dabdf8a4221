namespace BatterySim.Host.Cli.View
{
    /// <summary>Room on a screen.</summary>
    /// <param name="Width">Columns.</param>
    /// <param name="Height">Lines.</param>
    internal readonly record struct ScreenSize(int Width, int Height);
}
