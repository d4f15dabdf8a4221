using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Net;
using BatterySim.Bms;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Stack;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Profiles;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Files;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Profiles;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>The options of <c>batterysim run</c> and how a request is made from them.</summary>
    internal sealed class RunOptions
    {
        private readonly Option<string> _profile = Text("--profile", "NAME|FILE", "Battery product; 'batterysim profiles' lists them. A file that ends with .yaml is one of your own.", ProfileCatalogue.DefaultName);
        private readonly Option<string> _followers = Text("--followers", "N", "Batteries besides the master; the profile limits them.", $"{TwinOptions.DefaultBatteries - 1}");
        private readonly Option<string> _soc = Text("--soc", "PERCENT", "State of charge of every battery at the start.", $"{TwinOptions.DefaultSocPercent}");
        private readonly DialectOptions _dialect = new();
        private readonly Option<string> _cadence = Text("--cadence", "broadcast|poll|both", "Who leads: the bank, the inverter's 0x305, or both.", "broadcast");
        private readonly Option<string> _load = Text("--load", "WATTS", "Power taken from the battery; negative to charge it.", $"{TwinOptions.DefaultLoadWatts}");
        private readonly PortOptions _ports = new();
        private readonly WebOptions _web = new();
        private readonly Option<string?> _modbus = ModbusOption.Create();
        private readonly Option<string?> _inverter = new("--inverter")
        {
            HelpName = "virtual|none",
            Description = "Put a virtual Sol-Ark on the bus, or leave the bank alone. [default: virtual; none where --can names a real bus or --modbus a real inverter]",
        };

        private readonly InverterOptions _sets = new();
        private readonly Option<string?> _duration = new("--duration") { HelpName = "TIME", Description = "Simulated time to run, as 24h, 1h30m, 90s, 500ms or seconds. [default: until Ctrl+C]" };
        private readonly Option<string> _speed = Text("--speed", "real|max|FACTOR", "Simulated seconds in a real one, as 10x.", "real");
        private readonly Option<string> _seed = Text("--seed", "N", "Start of everything random; the same seed gives the same bytes.", "1");
        private readonly Option<string?> _record = new("--record") { HelpName = "FILE", Description = "Write bank and batteries as CSV, a row for each simulated second; replaces the file." };
        private readonly Option<string?> _log = new("--log") { HelpName = "FILE", Description = "Write every frame in candump -L form, in simulated seconds; replaces the file." };
        private readonly Option<string?> _scpi = new("--scpi") { HelpName = "PORT", Arity = ArgumentArity.ZeroOrOne, Description = "Take SCPI commands over TCP. [default port: 5025]" };

        private readonly Option<string?> _token = new("--token")
        {
            HelpName = "TEXT",
            Description = "What each SCPI connection has to give in its first line (SYST:PASS:CEN \"TEXT\"), and each page in its address. [default: nothing]",
        };

        private readonly Option<string> _late = Text(
            "--late", "shift|skip", "What becomes of bursts that this machine was too late for: sent late, or left out. Either is counted and reported.", "shift");

        /// <summary>The options in the order in which help lists them.</summary>
        public IEnumerable<Option> All =>
        [
            _profile, _followers, _soc, _load, _duration, _speed, _log, _record, _seed, _cadence,
            .. _ports.All, _scpi, .. _web.All, _token, _modbus, _late, _inverter, .. _sets.All, .. _dialect.All,
        ];

        /// <summary>Reads and checks everything; the first thing that is wrong ends the command.</summary>
        public RunRequest Read(ParseResult parsed)
        {
            string Of(Option<string> option) => parsed.GetValue(option) ?? "";
            SettingParameter soc = CommandRows.Find("MODule#:SOC").ParameterAt(0);
            ProfileFileResult file = ProfileArgument.ReadAll(Of(_profile));
            BatteryProfile profile = file.Profile!;
            string Start(Option<string> option, object? own) =>
                own is null || parsed.GetResult(option) is { Implicit: false } ? Of(option) : string.Create(CultureInfo.InvariantCulture, $"{own}");
            string socText = Start(_soc, file.Start?.SocPercent);
            int batteries = Followers(Start(_followers, file.Start?.Batteries - 1)) + 1;
            PortsRequest ports = _ports.Read(parsed, parsed.GetResult(_scpi) is not null || _web.IsAsked(parsed));
            TwinOptions options = new()
            {
                Bank = new SimulatorSettings
                {
                    Profile = profile,
                    BatteryCount = batteries,
                    Capacity = BankRules.TwinCapacity,
                    SocPermille = (int)decimal.Round(Values.Number("--soc", socText, soc.Minimum / 10m, soc.Maximum / 10m, "%") * 10),
                    Dialect = _dialect.Read(parsed, file.Dialect),
                    Cadence = Values.Choice("--cadence", Of(_cadence), "broadcast", "poll", "both") switch
                    {
                        "poll" => Cadence.Poll,
                        "both" => Cadence.Both,
                        _ => Cadence.Broadcast,
                    },
                    Seed = (uint)Values.WholeNumber("--seed", Of(_seed), 0, uint.MaxValue),
                },
                LoadWatts = Values.Watts("--load", Start(_load, file.Start?.LoadWatts), CommandRows.Find("LOAD").ParameterAt(0).Maximum),
                Voice = _dialect.ReadVoice(parsed, file.Dialect),
                StartLines = file.Start?.Lines(batteries) ?? [],
            };
            string? modbus = parsed.GetValue(_modbus);
            string inverter = parsed.GetValue(_inverter) ?? (ports.HasBus || modbus is not null ? "none" : "virtual");
            options.Inverter = CreateInverter(inverter, parsed, options.Bank);
            if (modbus is not null && options.Inverter is not null)
            {
                throw CliException.Usage("--modbus shows a real inverter, and the bank has the virtual one; leave --inverter virtual out.");
            }

            if (options.FindProblem() is string fault)
            {
                throw CliException.Usage(fault);
            }

            CheckFiles(ports, parsed.GetValue(_log), parsed.GetValue(_record));
            SimulationPace pace = Values.Pace("--speed", Of(_speed));
            ports.CheckPace(pace);
            string? token = Token(parsed);
            return new RunRequest(
                options,
                parsed.GetValue(_duration) is string duration ? Values.Duration("--duration", duration) : null,
                pace,
                parsed.GetValue(_log),
                parsed.GetValue(_record),
                ports)
            {
                Scpi = EndPoint(parsed, ports.ListenAddress),
                Web = ModbusOption.Read(modbus, _web.Read(parsed, ListenAddress.Read(ports.ListenAddress), token)),
                Token = token,
                LatePolicy = Values.Choice("--late", Of(_late), "shift", "skip") == "skip" ? LatePolicy.Skip : LatePolicy.Shift,
            };
        }

        private static void CheckFiles(PortsRequest ports, string? log, string? record)
        {
            List<(string, string)> outputs = [];
            foreach ((string name, string? path) in new[] { ("--log", log), ("--record", record) })
            {
                if (path is { Length: 0 })
                {
                    throw CliException.Usage($"{name} needs the name of a file.");
                }

                if (path is not null)
                {
                    outputs.Add((name, path));
                }
            }

            IEnumerable<CanPortUrl> logs = ports.Connected.Where(static url => url.Kind == CanPortKind.Log);
            IEnumerable<(string, string)> inputs = logs.Select(static url => ($"--can {url}", url.Path));
            if (FileClash.Find(inputs, outputs) is string clash)
            {
                throw CliException.Usage($"{clash}.");
            }
        }

        private string? Token(ParseResult parsed)
        {
            string? token = parsed.GetValue(_token);
            if (token is not null && parsed.GetResult(_scpi) is null && !_web.IsAsked(parsed))
            {
                throw CliException.Usage("--token protects SCPI and the panel, and neither is served; add --scpi or --web, or leave it out.");
            }

            return WebOptions.Token(token);
        }

        private IPEndPoint? EndPoint(ParseResult parsed, string? listen)
        {
            IPAddress address = ListenAddress.Read(listen);
            if (parsed.GetResult(_scpi) is null)
            {
                return null;
            }

            string port = parsed.GetValue(_scpi) ?? $"{ScpiServer.DefaultPort}";
            return new IPEndPoint(address, (int)Values.WholeNumber("--scpi", port, 0, IPEndPoint.MaxPort));
        }

        // A number that is merely too large goes on to the profile, which names its rule.
        private static int Followers(string text)
        {
            const int Absurd = 1_000_000;
            return (int)Math.Min(Absurd, Values.WholeNumber("--followers", text, 0, BankRules.TwinCapacity - 1, long.MaxValue));
        }

        // The virtual inverter is set up to match bank and dialect, as an installer would; a mismatch is a fault to be asked for.
        private InverterSettings? CreateInverter(string kind, ParseResult parsed, SimulatorSettings bank)
        {
            if (Values.Choice("--inverter", kind, "virtual", "none") == "none")
            {
                return null;
            }

            long ampereHours = bank.Profile.NumberOf(ProfileKey.CapacityMilliampereHours) / 1000L * bank.BatteryCount;
            InverterSettings settings = new()
            {
                BatteryCapacityAmpereHours = (int)Math.Clamp(ampereHours, 1, InverterSettings.CapacityMaxAmpereHours),
                Quirks = { VoltageScale = bank.Dialect.VoltageScale, CurrentSign = bank.Dialect.CurrentSign },
            };
            _sets.Read(parsed, settings);
            return settings;
        }

        private static Option<string> Text(string name, string value, string description, string standard)
        {
            return new Option<string>(name) { HelpName = value, Description = description, DefaultValueFactory = _ => standard };
        }
    }
}
