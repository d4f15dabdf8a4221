using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Net;
using BatterySim.Bms;
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
        private readonly CountOption _followers = new(
            "--followers", "BANK:BATTery", "Batteries besides the master, {range}; the profile may allow fewer.", TwinOptions.DefaultBatteries - 1, 1);

        private readonly RowOption _soc = new("--soc", "MODule#:SOC", "State of charge of every battery at the start.", $"{TwinOptions.DefaultSocPercent}");
        private readonly DialectOptions _dialect = new();
        private readonly RowOption _cadence = new("--cadence", "BANK:CADence", "Who leads: the bank, the inverter's 0x305, or both.", "broadcast");
        private readonly RowOption _load = Load($"{TwinOptions.DefaultLoadWatts}");
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
            _profile, _followers.Option, _soc.Option, _load.Option, _duration, _speed, _log, _record, _seed, _cadence.Option,
            .. _ports.All, _scpi, .. _web.All, _token, _modbus, _late, _inverter, .. _sets.All, .. _dialect.All,
        ];

        /// <summary>Those that set what a row of the command table sets.</summary>
        public IEnumerable<RowOption> Rows => [_soc, _load, _cadence, .. _dialect.Rows];

        /// <summary>Those that count what a row counts.</summary>
        public IEnumerable<CountOption> Counts => [_followers];

        /// <summary>The power asked of the battery, here and where the virtual Sol-Ark is alone.</summary>
        public static RowOption Load(string standard) => new("--load", "LOAD", "Power taken from the battery; negative to charge it.", standard);

        /// <summary>Reads and checks everything; the first thing that is wrong ends the command.</summary>
        public RunRequest Read(ParseResult parsed)
        {
            string Of(Option<string> option) => parsed.GetValue(option) ?? "";
            ProfileFileResult file = ProfileArgument.ReadAll(Of(_profile));
            BatteryProfile profile = file.Profile!;
            string Start(Option option, string? given, object? own) =>
                own is null || parsed.GetResult(option) is { Implicit: false } ? given ?? "" : string.Create(CultureInfo.InvariantCulture, $"{own}");
            int StartOf(RowOption option, object? own) => option.Read(Start(option.Option, parsed.GetValue(option.Option), own));
            int batteries = _followers.ReadAnyLarger(Start(_followers.Option, Of(_followers.Option), file.Start?.Batteries - 1)) + 1;
            PortsRequest ports = _ports.Read(parsed, parsed.GetResult(_scpi) is not null || _web.IsAsked(parsed));
            TwinOptions options = new()
            {
                Bank = new SimulatorSettings
                {
                    Profile = profile,
                    BatteryCount = batteries,
                    Capacity = BankRules.TwinCapacity,
                    SocPermille = StartOf(_soc, file.Start?.SocPercent),
                    Dialect = _dialect.Read(parsed, file.Dialect),
                    Cadence = (Cadence)_cadence.Read(parsed)!,
                    Seed = (uint)Values.WholeNumber("--seed", Of(_seed), 0, uint.MaxValue),
                },
                LoadWatts = StartOf(_load, file.Start?.LoadWatts),
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

            if (options.FindProblem() is string problem)
            {
                throw CliException.Usage(problem);
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

        private InverterSettings? CreateInverter(string kind, ParseResult parsed, SimulatorSettings bank)
        {
            if (Values.Choice("--inverter", kind, "virtual", "none") == "none")
            {
                return null;
            }

            InverterSettings settings = TwinOptions.FitInverter(bank);
            _sets.Read(parsed, settings);
            return settings;
        }

        private static Option<string> Text(string name, string value, string description, string standard)
        {
            return new Option<string>(name) { HelpName = value, Description = description, DefaultValueFactory = _ => standard };
        }
    }
}
