using System;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>One line in a lane.</summary>
    /// <param name="Name">Name in the legend.</param>
    /// <param name="Class">Classes in the style sheet.</param>
    /// <param name="ValueOf">Takes the value out of a sample; <see cref="int.MinValue"/> where it is not known.</param>
    /// <param name="IsStepped">True for what holds until it is set anew, as a limit does.</param>
    internal sealed record PlotSeries(string Name, string Class, Func<PlotSample, int> ValueOf, bool IsStepped);
}
