using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.View;
using BatterySim.Host.Files;
using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>Watches an inverter over Modbus: a live view on a terminal, lines elsewhere, and a CSV of every poll.</summary>
    internal sealed class InverterWatchRun(ModbusUrl url, string? csvPath, long? durationMilliseconds, CliHost host)
    {
        private const int LookMilliseconds = 100;

        private readonly long _startTicks = Stopwatch.GetTimestamp();

        private long NowMilliseconds => (long)Stopwatch.GetElapsedTime(_startTicks).TotalMilliseconds;

        /// <summary>Watches until the time is up or until stopped.</summary>
        /// <returns>Exit code.</returns>
        public int Run()
        {
            using RegisterLog? log = Open();
            using InverterObserver observer = new(url);
            InverterFacts facts;
            try
            {
                facts = observer.Find();
            }
            catch (ModbusConnectionException problem)
            {
                throw CliException.Failure(problem.Message);
            }

            observer.Polled += reading => log?.Write(NowMilliseconds, reading);
            observer.Start();
            if (host.Terminal is null)
            {
                RunWithLines(observer, facts);
            }
            else
            {
                RunWithView(observer, facts);
            }

            foreach (string difference in InverterObserver.Differences(facts.Settings, observer.ReadSettings()))
            {
                host.Error.WriteLine($"batterysim: a setting of the inverter changed meanwhile: {difference}.");
            }

            return ExitCodes.Success;
        }

        private RegisterLog? Open()
        {
            try
            {
                return csvPath is null ? null : new RegisterLog(csvPath);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Usage($"--csv '{csvPath}' cannot be written: {FileProblem.Reason(problem)}; name a file in a folder that exists.");
            }
        }

        private void RunWithLines(InverterObserver observer, InverterFacts facts)
        {
            host.Output.WriteLine($"Inverter at {url}: {facts.Summary}");
            foreach (string remark in facts.Remarks)
            {
                host.Output.WriteLine(remark);
            }

            host.Output.WriteLine($"{"time",12} {"state",8} {"SOC %",6} {"V",7} {"A charge",9} {"grid W",7} {"load W",7} {"CVL V",6} {"BMS CCL A",9} {"BMS DCL A",9}  faults");
            InverterReading? shown = null;
            Watch(() =>
            {
                InverterReading? reading = observer.Last;
                if (reading is not null && reading != shown)
                {
                    shown = reading;
                    host.Output.WriteLine(Line(reading));
                }
            });
        }

        private string Line(InverterReading reading)
        {
            string Volts(int address) => (reading.Value(address) / 1000m).ToString("F2", CultureInfo.InvariantCulture);
            string charge = (-reading.Value(191) / 1000m).ToString("F2", CultureInfo.InvariantCulture);
            string battery = $"{reading.Value(184) / 1000,6} {Volts(183),7} {charge,9}";
            string power = $"{reading.Value(169) / 1000,7} {reading.Value(178) / 1000,7}";
            string limits = $"{Volts(202),6} {reading.Value(314) / 1000,9} {reading.Value(315) / 1000,9}";
            return $"{DurationText.Clock(NowMilliseconds),12} {reading.State,8} {battery} {power} {limits}  {SolArkFaultBits.Describe(reading.FaultBits)}";
        }

        private void RunWithView(InverterObserver observer, InverterFacts facts)
        {
            using LiveScreen screen = new(host.Terminal!);
            Watch(() =>
            {
                host.HeedKeys();
                screen.Draw((size, _) => Compose(observer, facts, size));
            });
        }

        private List<TextLine> Compose(InverterObserver observer, InverterFacts facts, ScreenSize size)
        {
            List<TextLine> lines =
            [
                new TextLine().Add(" INVERTER OVER MODBUS ", Palette.Warning).Add("  q or Ctrl+C ends", Palette.Label),
                new TextLine().Add("  ").Add(DurationText.Clock(NowMilliseconds), Palette.Strong).Add($"  {url}  {facts.Summary}"),
                new TextLine().Add(observer.LastError.Length > 0 ? $"  last poll failed: {observer.LastError}" : "", Palette.Wary),
            ];
            if (observer.Last is InverterReading reading)
            {
                lines.Add(new TextLine().Add("  state ", Palette.Label).Add(reading.State, Palette.Strong));
                lines.Add(new TextLine().Add("  faults ", Palette.Label).Add(SolArkFaultBits.Describe(reading.FaultBits)));
                AddRows(lines, reading, "Battery as it measures it (discharging positive)", RegisterGroup.Battery);
                AddRows(lines, reading, "What it received from the BMS", RegisterGroup.Bms);
                lines.Add(new TextLine().Add("  grid ", Palette.Label).Add(reading.Text(169)).Add("  load ", Palette.Label).Add(reading.Text(178))
                    .Add("  charge voltage in use ", Palette.Label).Add(reading.Text(202)));
            }

            return lines.Count <= size.Height ? lines : lines.GetRange(0, size.Height);
        }

        private static void AddRows(List<TextLine> lines, InverterReading reading, string title, RegisterGroup group)
        {
            lines.Add(new TextLine().Add(title, Palette.Title));
            foreach (RegisterRow row in SolArkRegisters.Rows)
            {
                if (row.Group == group && row.Address != 325)
                {
                    lines.Add(new TextLine().Add($"  {row.Name}", Palette.Label).PadTo(34).Add(reading.Text(row.Address)));
                }
            }
        }

        private void Watch(Action look)
        {
            while (!host.Interruption.IsRequested && NowMilliseconds < (durationMilliseconds ?? long.MaxValue))
            {
                look();
                host.Interruption.Token.WaitHandle.WaitOne(LookMilliseconds);
            }
        }
    }
}
