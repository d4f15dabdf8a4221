using System;
using System.IO;
using System.Text;
using BatterySim.Host.Files;
using BatterySim.Host.Scenarios.Certification;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>Files of <c>certify</c>.</summary>
    internal static class CertificationFile
    {
        /// <summary>Reads a record.</summary>
        public static CertificationRecord Read(string path)
        {
            try
            {
                return CertificationJson.Read(File.ReadAllText(path), out string error) ?? throw CliException.Usage($"'{path}' cannot be used: {error}.");
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Usage($"'{path}' cannot be read: {FileProblem.Reason(problem)}; name a record that certify --output wrote.");
            }
        }

        /// <summary>Writes a file whole, or says under which option it was named.</summary>
        public static void Write(string option, string path, string text)
        {
            try
            {
                WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Failure($"{option} '{path}' cannot be written: {FileProblem.Reason(problem)}; name a file in a folder that exists.");
            }
        }
    }
}
