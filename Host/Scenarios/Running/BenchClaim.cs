using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Keeps the parts of a bench for one run of this machine: two at a time would set each other's bank.</summary>
    /// <remarks>A part is kept by a locked file that its system lets go of with the process, however that ends.</remarks>
    public sealed class BenchClaim : IDisposable
    {
        private readonly List<FileStream> _locks = [];

        private BenchClaim()
        {
        }

        /// <summary>Takes a bench.</summary>
        /// <param name="what">What takes it, as "scenario run".</param>
        /// <param name="canUrl">Its bus.</param>
        /// <param name="scpiAddress">Its instrument.</param>
        /// <param name="modbusUrl">Its inverter; null where it is not connected.</param>
        /// <exception cref="StandException">Another run has a part of it.</exception>
        public static BenchClaim Take(string what, string canUrl, string scpiAddress, string? modbusUrl)
        {
            var claim = new BenchClaim();
            try
            {
                string instrument = ScpiAddress.Parse(scpiAddress, out _)?.ToString() ?? scpiAddress;
                foreach (string part in new[] { $"scpi {instrument}", $"can {canUrl}", $"modbus {modbusUrl}" }.Take(modbusUrl == null ? 2 : 3))
                {
                    claim.Add(part, what);
                }

                return claim;
            }
            catch
            {
                claim.Dispose();
                throw;
            }
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            foreach (FileStream one in _locks)
            {
                one.Dispose();
            }

            _locks.Clear();
        }

        private void Add(string part, string what)
        {
            string path = PathOf(part);
            try
            {
                _locks.Add(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (UnauthorizedAccessException)
            {
                // Another user's, who may be at it or may have left the file behind: nobody can tell, and a run must not end with that.
                return;
            }
            catch (IOException)
            {
                throw new StandException(
                    $"The bench is in use: {OwnerOf(path)} has {part}, and two runs at a time would set each other's bank; wait for it, or end it.");
            }

            string owner = string.Create(CultureInfo.InvariantCulture, $"'{what}', process {Environment.ProcessId}, since {DateTime.UtcNow:HH:mm:ss} UTC,");
            File.WriteAllText(path + ".owner", owner);
        }

        private static string OwnerOf(string path)
        {
            try
            {
                return File.ReadAllText(path + ".owner");
            }
            catch (IOException)
            {
                return "another run";
            }
        }

        private static string PathOf(string part)
        {
            string name = part.Replace("localhost", "127.0.0.1", StringComparison.OrdinalIgnoreCase).ToUpperInvariant();
            string hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)), 0, 8);
            return Path.Combine(Path.GetTempPath(), $"batterysim-bench-{hash}.lock");
        }
    }
}
