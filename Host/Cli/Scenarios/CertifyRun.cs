using System;
using System.Globalization;
using System.Linq;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Certification;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>One certification: tells how it goes on, and writes the record after every probe.</summary>
    internal sealed class CertifyRun(CertifyRequest request, CliHost host)
    {
        private bool _isWritten;

        /// <summary>Certifies the virtual Sol-Ark, in simulated time.</summary>
        public int RunVirtual(Func<InverterSettings> settings)
        {
            CheckEarlier("virtual", null, null);
            return Finish(Certifier.RunVirtual(settings, Order(static _ => { })));
        }

        /// <summary>Certifies the inverter of a bench, in real time.</summary>
        public int RunBench(CertificationBench bench)
        {
            CheckEarlier(bench.Name, bench.Observer.Facts!.Model, bench.Observer.Facts.Firmware);
            try
            {
                return Finish(Certifier.RunBench(bench, Order(Announce)));
            }
            catch (StandException problem)
            {
                string kept = request.OutputPath is string path && _isWritten ? $" What was found before is in '{path}'; go on with --resume." : "";
                throw new CliException(ExitCodes.CouldNotRun, problem.Message + kept);
            }
            catch (OperationCanceledException)
            {
                return ExitCodes.Failure;
            }
        }

        private CertificationOrder Order(Action<ProbeStart> begin) => new()
        {
            Probes = request.Probes,
            Earlier = request.Earlier,
            Begin = begin,
            End = Record,
            Stop = host.Interruption.Token,
        };

        // Two inverters, or two firmwares, in one record would be neither.
        private void CheckEarlier(string stand, string? model, string? firmware)
        {
            if (request.Earlier is not CertificationRecord earlier)
            {
                return;
            }

            bool isOther = (model is { Length: > 0 } && earlier.Model != model) || (firmware is not null && earlier.Firmware != firmware);
            bool isVirtual = (earlier.Stand == "virtual") != (stand == "virtual");
            if (isOther || isVirtual)
            {
                throw CliException.Usage(
                    $"--resume: '{request.OutputPath}' is of a {earlier.Model}, firmware {earlier.Firmware}, on: {earlier.Stand}; this is another one. Name another file.");
            }
        }

        private void Announce(ProbeStart start)
        {
            string left = DurationText.Clock(start.RemainingSeconds * 1000L);
            host.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"batterysim: probe {start.Number} of {start.Count}, {start.Name}: {start.Title}; about {start.Seconds} s, {left} left in all."));
            host.Error.Flush();
        }

        private void Record(ProbeResult result, CertificationRecord soFar)
        {
            foreach (CertifiedProperty property in result.Properties)
            {
                string mark = property.Differs ? $" (standard: {property.Standard})" : "";
                string spread = property.Spread.Length == 0 ? "" : " " + property.Spread;
                host.Output.WriteLine($"{property.Name,-28} {property.Value}{spread}{mark}; {property.Evidence}");
            }

            host.Output.Flush();
            Write(soFar);
            _isWritten = true;
        }

        private void Write(CertificationRecord record)
        {
            if (request.OutputPath is string path)
            {
                CertificationFile.Write("--output", path, CertificationJson.Write(record));
            }

            if (request.HtmlPath is string html)
            {
                CertificationFile.Write("--html", html, CertificationPage.Write(record));
            }
        }

        private int Finish(CertificationRecord record)
        {
            Write(record);
            int differing = record.AllProperties().Count(static property => property.Differs);
            int unknown = record.AllProperties().Count(static property => property.Value == CertifiedProperty.Unknown);
            host.Output.WriteLine($"{record.Model}, firmware {record.Firmware}: {record.AllProperties().Count()} properties, {differing} not standard, {unknown} unknown");
            return host.Interruption.IsRequested ? ExitCodes.Failure : ExitCodes.Success;
        }
    }
}
