using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using BatterySim.Host.Files;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>Looks at a file before it goes into a board.</summary>
    internal static class FlashFile
    {
        /// <summary>First bytes of an assembly of nanoFramework, and so of an image, which is several of them.</summary>
        private const string AssemblyMarker = "NFMRK";

        /// <summary>First byte of an ESP32 program.</summary>
        private const byte ProgramMarker = 0xE9;

        /// <summary>Checks an image of an application and its checksum.</summary>
        public static void CheckImage(string path)
        {
            byte[] content = Read("--image", path);
            string marker = Encoding.ASCII.GetString(content, 0, Math.Min(content.Length, AssemblyMarker.Length));
            if (!marker.Equals(AssemblyMarker, StringComparison.Ordinal))
            {
                throw CliException.Failure($"--image '{path}' is not an image of nanoFramework: it does not begin with {AssemblyMarker}. "
                    + "Give the BatterySim.bin of a build or of a release.");
            }

            CheckSum("--image", path, content);
        }

        /// <summary>Checks a device firmware and its checksum.</summary>
        public static void CheckFirmware(string path)
        {
            byte[] content = Read("--firmware", path);
            if (content.Length == 0 || content[0] != ProgramMarker)
            {
                throw CliException.Failure($"--firmware '{path}' is not a program for an ESP32: it does not begin with 0xE9. Give the nanoCLR.bin of a build.");
            }

            CheckSum("--firmware", path, content);
        }

        private static byte[] Read(string option, string path)
        {
            try
            {
                return File.ReadAllBytes(path);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
            {
                throw CliException.Failure($"{option} '{path}' cannot be read: {FileProblem.Reason(problem)}.");
            }
        }

        // A release has FILE.sha256 beside each file, in the form of sha256sum.
        private static void CheckSum(string option, string path, byte[] content)
        {
            string sumPath = path + ".sha256";
            if (!File.Exists(sumPath))
            {
                return;
            }

            string[] words = File.ReadAllText(sumPath).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            string expected = words.Length > 0 ? words[0] : "";
            string actual = Convert.ToHexStringLower(SHA256.HashData(content));
            if (!expected.Equals(actual, StringComparison.OrdinalIgnoreCase))
            {
                throw CliException.Failure($"{option} '{path}' is damaged: its SHA-256 is {actual}, and '{sumPath}' says '{expected}'. Download it again.");
            }
        }
    }
}
