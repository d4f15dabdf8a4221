namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>A rectangle of the plot, in its own coordinates.</summary>
    /// <param name="Left">Left edge.</param>
    /// <param name="Right">Right edge.</param>
    /// <param name="Top">Upper edge.</param>
    /// <param name="Height">Distance to the lower edge.</param>
    internal readonly record struct PlotArea(double Left, double Right, double Top, double Height);
}
