using System.IO;
using System.Linq;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Verification.Meter;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>Instructions that the core costs the board's interpreter, for banks of several sizes.</summary>
    internal static class IlRun
    {
        private const int MeasuredSeconds = 600;
        private const int MethodsShown = 25;
        private const string LargestBank = "generic-16s-100";

        private static readonly int[] Sizes = [1, 4, 16];

        public static int Run(string? profileName, TextWriter output, TextWriter error)
        {
            string profile = profileName ?? LargestBank;
            if (!ProfileCatalogue.Names.Contains(profile))
            {
                error.WriteLine($"bench: there is no profile '{profile}'; there are {string.Join(", ", ProfileCatalogue.Names)}.");
                return 2;
            }

            int batteriesMax = ProfileCatalogue.Create(profile).NumberOf(ProfileKey.BatteriesMax);
            output.WriteLine($"{profile}, {MeasuredSeconds} simulated seconds; instructions of the core, and the same with the extra cost of calls");
            output.WriteLine("batteries   a second  weighted   most in Advance(100)  weighted");
            IlReport? last = null;
            foreach (int size in Sizes.Select(size => int.Min(size, batteriesMax)).Distinct())
            {
                IlReport report = IlMeter.Measure(profile, size, MeasuredSeconds);
                last = report;
                output.WriteLine(
                    $"{size,9}   {report.ExecutedPerSecond,8}  {report.WeightedPerSecond,8}   {report.ExecutedPerCallMax,20}  {report.WeightedPerCallMax,8}");
            }

            output.WriteLine();
            output.WriteLine("dearest methods of the largest bank, weighted, a second");
            foreach (IlMethodCost cost in last!.Methods.Take(MethodsShown))
            {
                output.WriteLine($"{cost.WeightedPerSecond,9}   {cost.Name}");
            }

            return 0;
        }
    }
}
