using System;
using System.IO;
using BatterySim.Host.Verification.Mutation;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary><c>bench mutate</c>: which deliberate faults of the core the scenario library notices.</summary>
    internal static class MutateRun
    {
        public static int Run(string[] names, TextWriter output, TextWriter progress)
        {
            try
            {
                return new MutationRun(FindRoot(), progress).Run(AppContext.BaseDirectory, names, output);
            }
            catch (InvalidOperationException problem)
            {
                progress.WriteLine($"mutate: {problem.Message}");
                return 2;
            }
        }

        private static string FindRoot()
        {
            for (DirectoryInfo? folder = new(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            {
                if (Directory.Exists(Path.Combine(folder.FullName, "Bms")) && Directory.Exists(Path.Combine(folder.FullName, "Scenarios")))
                {
                    return folder.FullName;
                }
            }

            throw new InvalidOperationException("run it inside the repository; the core is compiled from its sources.");
        }
    }
}
