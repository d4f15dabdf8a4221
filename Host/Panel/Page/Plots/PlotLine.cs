namespace BatterySim.Host.Panel.Page.Plots
{
    /// <summary>A line of a plot.</summary>
    /// <param name="Name">What the legend calls it.</param>
    /// <param name="Class">Its style class.</param>
    /// <param name="Channel">Its values.</param>
    /// <param name="IsNegated">True to draw it below zero.</param>
    public sealed record PlotLine(string Name, string Class, PlotChannel Channel, bool IsNegated = false);
}
