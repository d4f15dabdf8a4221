using System;
using System.Globalization;
using System.IO;
using System.Linq;
using BatterySim.Host.Files;
using BatterySim.Host.Modbus.Map;

namespace BatterySim.Host.Modbus.Observing
{
    /// <summary>Readings as CSV: time in seconds, the values that people look for, then every raw word that was polled.</summary>
    public sealed class RegisterLog : IDisposable
    {
        private static readonly int[] ValueAddresses = [59, 182, 183, 184, 190, 191, 169, 178, 202, 312, 314, 315, 316, 317, 318, 319];
        private static readonly int[] WordAddresses =
        [
            59, .. Enumerable.Range(101, 7), 169, 178, .. Enumerable.Range(182, 13), .. Enumerable.Range(200, 4), .. Enumerable.Range(312, 12),
        ];

        private readonly TextWriter _output;
        private readonly LineFile? _file;

        /// <summary>Writes to a file, which is replaced.</summary>
        public RegisterLog(string path)
            : this(LineFile.Create(path))
        {
        }

        private RegisterLog(LineFile file)
            : this(file.Writer)
        {
            _file = file;
            EndLine();
        }

        /// <summary>Writes to something that is open; it stays open.</summary>
        public RegisterLog(TextWriter output)
        {
            _output = output;
            string values = string.Join(',', ValueAddresses.Select(static address => Name(SolArkRegisters.Find(address)!)));
            string words = string.Join(',', WordAddresses.Select(static address => string.Create(CultureInfo.InvariantCulture, $"r{address}")));
            _output.WriteLine($"seconds,{values},faults,{words}");
        }

        /// <summary>Writes a row.</summary>
        /// <param name="milliseconds">Time, ms.</param>
        /// <param name="reading">What was read.</param>
        public void Write(long milliseconds, InverterReading reading)
        {
            ArgumentNullException.ThrowIfNull(reading);
            string values = string.Join(',', ValueAddresses.Select(address => Number(SolArkRegisters.Find(address)!, reading)));
            string words = string.Join(',', WordAddresses.Select(address => reading.Word(address).ToString(CultureInfo.InvariantCulture)));
            string time = (milliseconds / 1000m).ToString("F3", CultureInfo.InvariantCulture);
            _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time},{values},0x{reading.FaultBits:X16},{words}"));
            EndLine();
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _file?.Dispose();
        }

        private void EndLine()
        {
            _output.Flush();
            _file?.EndLine();
            _file?.Flush();
        }

        private static string Name(RegisterRow row)
        {
            string name = row.Name.Replace(' ', '_');
            return row.Unit.Length == 0 ? name : $"{name}_{(row.Unit == "%" ? "percent" : row.Unit)}";
        }

        private static string Number(RegisterRow row, InverterReading reading)
        {
            string text = row.Format(row.Decode(reading.Word));
            return row.Unit.Length == 0 ? text : text[..^(row.Unit.Length + 1)];
        }
    }
}
