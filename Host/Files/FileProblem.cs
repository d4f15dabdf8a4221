using System;
using System.IO;

namespace BatterySim.Host.Files
{
    /// <summary>Words for what a file system says.</summary>
    public static class FileProblem
    {
        /// <summary>Why a file cannot be read or written, in a few words: without the runtime's own text around the system's reason.</summary>
        public static string Reason(Exception problem)
        {
            return problem switch
            {
                FileNotFoundException => "there is no such file",
                DirectoryNotFoundException => "its folder does not exist",
                UnauthorizedAccessException => "access is denied or it is a folder",

                // The runtime repeats the path behind the system's reason.
                _ => problem.Message.Split(" : '")[0].TrimEnd('.'),
            };
        }
    }
}
