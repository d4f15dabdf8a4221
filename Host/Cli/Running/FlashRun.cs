using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using BatterySim.Bms;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Can.Ports.Serial;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>Puts a firmware on a board with nanoff, and waits for it to speak.</summary>
    internal sealed class FlashRun(FlashRequest request, CliHost host)
    {
        private const string Tool = "nanoff";
        private const int ConsoleBaudRate = 115200;
        private const int PollMilliseconds = 100;

        /// <summary>Runs it.</summary>
        /// <returns>Exit code.</returns>
        public int Run()
        {
            if (request.Firmware is not null)
            {
                FlashFile.CheckFirmware(request.Firmware);
            }

            if (request.Image is not null)
            {
                FlashFile.CheckImage(request.Image);
            }

            List<string[]> commands = Commands();
            if (request.IsDryRun)
            {
                commands.ForEach(command => host.Output.WriteLine(Line(command)));
                return ExitCodes.Success;
            }

            CheckPort("--port", request.Port);
            FindTool();

            // Opened first: the banner comes as soon as nanoff resets the board.
            using Stream? console = request.Console is null ? null : OpenConsole(request.Console);
            foreach (string[] command in commands)
            {
                host.Output.WriteLine($"> {Line(command)}");
                host.Output.Flush();
                Start(command);
            }

            if (console is null)
            {
                host.Output.WriteLine("Flashed. Give --console PORT to wait for the banner, or look at the board's console at 115200 baud.");
                return ExitCodes.Success;
            }

            return Wait(console);
        }

        private List<string[]> Commands()
        {
            string[] update = ["--update", "--target", request.Board.Target, "--serialport", request.Port];
            List<string[]> commands = [request.Firmware is null ? update : [.. update, "--clrfile", request.Firmware]];
            if (request.Image is not null)
            {
                commands.Add(["--target", request.Board.Target, "--serialport", request.Port, "--deploy", "--image", request.Image]);
            }

            return commands;
        }

        private static string Line(string[] command) =>
            Tool + " " + string.Join(' ', command.Select(static word => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word));

        private static void CheckPort(string option, string port)
        {
            if (OperatingSystem.IsWindows() || File.Exists(port))
            {
                return;
            }

            string[] there = [.. Directory.EnumerateFiles("/dev").Where(static name => name.StartsWith("/dev/ttyUSB", StringComparison.Ordinal)
                || name.StartsWith("/dev/ttyACM", StringComparison.Ordinal) || name.StartsWith("/dev/cu.usb", StringComparison.Ordinal)).Order()];
            string remedy = there.Length == 0 ? "no USB serial port is there: is the board plugged in?" : $"there is {string.Join(" and ", there)}.";
            throw CliException.Failure($"{option} '{port}' does not exist; {remedy}");
        }

        private static Stream OpenConsole(string port)
        {
            CheckPort("--console", port);
            try
            {
                return SerialDevice.Open(port, ConsoleBaudRate);
            }
            catch (CanPortException problem)
            {
                throw CliException.Failure(problem.Message);
            }
        }

        private string FindTool()
        {
            string name = OperatingSystem.IsWindows() ? Tool + ".exe" : Tool;
            return host.SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, name))
                .FirstOrDefault(File.Exists)
                ?? throw CliException.Failure("nanoff is not installed, and it does the flashing; "
                    + "install it with 'dotnet tool install -g nanoff' and run this again.");
        }

        private void Start(string[] command)
        {
            ProcessStartInfo start = new(FindTool()) { RedirectStandardOutput = true, RedirectStandardError = true };
            Array.ForEach(command, start.ArgumentList.Add);
            using Process process = new() { StartInfo = start };
            object gate = new();
            DataReceivedEventHandler show = (_, data) =>
            {
                lock (gate)
                {
                    if (data.Data is not null)
                    {
                        host.Output.WriteLine("  " + data.Data);
                        host.Output.Flush();
                    }
                }
            };
            process.OutputDataReceived += show;
            process.ErrorDataReceived += show;
            try
            {
                process.Start();
            }
            catch (Win32Exception problem)
            {
                throw CliException.Failure($"'{start.FileName}' does not start: {problem.Message.TrimEnd('.')}.");
            }

            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            using (host.Interruption.Token.Register(() => process.Kill(entireProcessTree: true)))
            {
                process.WaitForExit();
            }

            if (host.Interruption.IsRequested)
            {
                throw CliException.Failure("stopped while flashing; the board may hold half a firmware: flash it again.");
            }

            if (process.ExitCode != 0)
            {
                throw CliException.Failure($"nanoff ended with code {process.ExitCode}; nothing more was done. If it did not find the board, "
                    + "hold BOOT while you press RST and run this again.");
            }
        }

        private int Wait(Stream console)
        {
            StringBuilder said = new();
            byte[] buffer = new byte[256];
            Stopwatch elapsed = Stopwatch.StartNew();
            Task<int>? read = null;
            while (elapsed.ElapsedMilliseconds < request.WaitMilliseconds && !host.Interruption.IsRequested)
            {
                read ??= console.ReadAsync(buffer, 0, buffer.Length);
                if (!read.Wait(PollMilliseconds))
                {
                    continue;
                }

                said.Append(Encoding.ASCII.GetString(buffer, 0, read.Result));
                read = null;
                string? banner = said.ToString().Split('\n').SkipLast(1)
                    .FirstOrDefault(static line => line.StartsWith(Product.Name + " ", StringComparison.Ordinal));
                if (banner is not null)
                {
                    host.Output.WriteLine($"The board says: {banner.TrimEnd()}");
                    return ExitCodes.Success;
                }
            }

            throw CliException.Failure($"the board was flashed, but no banner came on '{request.Console}' within {request.WaitMilliseconds / 1000.0:0.#} s. "
                + "Check that this is the console's port (not the one for flashing) and press the board's reset.");
        }
    }
}
