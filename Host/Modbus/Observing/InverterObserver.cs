using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Modbus.Map;

namespace BatterySim.Host.Modbus.Observing
{
    /// <summary>Reads an inverter again and again: the measuring instrument of a bench.</summary>
    /// <remarks>It writes only registers that were named beforehand.</remarks>
    public sealed class InverterObserver : IDisposable
    {
        /// <summary>Shortest time from one poll to the next, ms. Owners poll a Sol-Ark every 2 to 10 s.</summary>
        public const int PeriodMinMilliseconds = 1000;

        private const int ProbeRounds = 2;
        private const int ReadBackMilliseconds = 3000;

        // Gateways in use pass 8 to 20 registers in one read (field).
        private const int PieceMax = 16;

        // Some gateways pass 8 registers only (USR-W630, field).
        private const int SmallPieceMax = 8;

        private static readonly (int Start, int Count)[] Blocks = [(59, 1), (101, 7), (150, 1), (169, 10), (182, 13), (200, 4), (217, 3), (312, 12)];
        private static readonly (int Start, int Count)[] IdentityBlocks = [(0, 19), (285, 2)];
        private static readonly int[] UsualUnits = [1, 2, 3, 4, 5, 6, 7, 8, 9];

        private readonly ModbusClient _client;
        private readonly CancellationTokenSource _stop = new();
        private readonly IReadOnlyCollection<int> _writable;
        private readonly SortedDictionary<int, ushort> _replaced = [];
        private int _pieceMax = PieceMax;
        private volatile InverterReading? _last;
        private Thread? _polling;
        private int _unit;

        /// <summary>Makes an observer; nothing is sent before <see cref="Find"/>.</summary>
        /// <param name="url">Where the inverter is.</param>
        /// <param name="options">Patience of the client; null for the standard.</param>
        /// <param name="writable">Registers that may be written; null for none.</param>
        public InverterObserver(ModbusUrl url, ModbusClientOptions? options = null, IReadOnlyCollection<int>? writable = null)
        {
            Url = url;
            _writable = writable ?? [];
            _client = new ModbusClient(url, options, _writable);
        }

        /// <summary>Told of each poll, on a thread of its own.</summary>
        public event Action<InverterReading>? Polled;

        /// <summary>Where the inverter is.</summary>
        public ModbusUrl Url { get; }

        /// <summary>The last poll; null before the first.</summary>
        public InverterReading? Last => _last;

        /// <summary>What was found by <see cref="Find"/>.</summary>
        public InverterFacts? Facts { get; private set; }

        /// <summary>Why the last poll failed; empty if it did not.</summary>
        public string LastError { get; private set; } = "";

        /// <summary>Why a poll failed last; empty if none ever did.</summary>
        public string LastFailure { get; private set; } = "";

        /// <summary>Polls that failed.</summary>
        public long FailedCount { get; private set; }

        /// <summary>Longest time from the begin of one poll to the end of the next so far, ms: what a change may be seen late by.</summary>
        public int ResolutionMilliseconds { get; private set; }

        /// <summary>True if a register is among those that each poll reads.</summary>
        public static bool Polls(int address) => Array.Exists(Blocks, block => address >= block.Start && address < block.Start + block.Count);

        /// <summary>Looks for the unit id, then reads identity and settings. Nothing else may be running.</summary>
        /// <exception cref="ModbusConnectionException">No unit answers; the message says what was seen.</exception>
        public InverterFacts Find()
        {
            Connect();
            var remarks = new List<string>();
            _unit = FindUnit(remarks);
            InverterReading identity = Read(IdentityBlocks)
                ?? throw new ModbusConnectionException($"Unit {_unit} at {Url} answers, but not when it is asked who it is: {LastError}.");
            long start = Stopwatch.GetTimestamp();
            _last = Read(Blocks) ?? throw new ModbusConnectionException($"Unit {_unit} at {Url} answers, but not for the battery's registers: {LastError}.");
            ResolutionMilliseconds = PeriodMinMilliseconds + (2 * (int)Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            AddRemarks(identity, remarks);
            string serial = string.Concat(Enumerable.Range(3, 5).Select(address => SolArkRegisters.Find(address)!.Format(identity.Word(address))));
            Facts = new InverterFacts(
                _unit, ModelOf(identity), SolArkRegisters.Firmware(identity.Word), "******" + serial[^4..], ReadSettings(), remarks);
            return Facts;
        }

        /// <summary>Reads the settings once.</summary>
        public IReadOnlyDictionary<int, ushort> ReadSettings()
        {
            var settings = new SortedDictionary<int, ushort>();
            InverterReading? reading = Read([(200, 34), (244, 1)]);
            foreach (RegisterRow row in SolArkRegisters.Rows)
            {
                // 201 to 203 follow the battery and are not settings while they do.
                if (reading != null && row.Group == RegisterGroup.Setting && row.Address is < 201 or > 203)
                {
                    settings[row.Address] = reading.Word(row.Address);
                }
            }

            return settings;
        }

        /// <summary>Reads the inverter's clock once.</summary>
        /// <returns>Time since midnight; null if its registers are 0 or are not answered.</returns>
        public TimeSpan? ReadClock()
        {
            InverterReading? reading = Read([(22, 3)]);
            return reading == null || reading.Word(22) == 0
                ? null
                : new TimeSpan(reading.Word(23) & 0xFF, reading.Word(24) >> 8, reading.Word(24) & 0xFF);
        }

        /// <summary>True if a register was named as one that may be written.</summary>
        public bool MayWrite(int address) => _writable.Contains(address);

        /// <summary>Writes a register that was named, reads it back, and remembers what it was for <see cref="RestoreWritten"/>.</summary>
        /// <returns>Null if it reads as written; else why not, in one sentence.</returns>
        /// <exception cref="InvalidOperationException">The register was not named.</exception>
        public string? Write(int address, ushort value)
        {
            ModbusReply before = _client.Read(_unit, address, 1);
            if (!before.IsOk)
            {
                return string.Create(CultureInfo.InvariantCulture, $"Register {address} could not be read before it was to be written: {before.Detail}.");
            }

            ModbusReply reply = _client.Write(_unit, address, value);
            if (!reply.IsOk)
            {
                return string.Create(CultureInfo.InvariantCulture, $"The inverter did not take {value} into register {address}: {reply.Detail}.");
            }

            _replaced.TryAdd(address, before.Registers[0]);
            return ReadsAs(address, value)
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"Register {address} does not read as the {value} that was written.");
        }

        /// <summary>Writes back what the written registers were.</summary>
        /// <returns>A sentence for each register that could not be written back.</returns>
        public IReadOnlyList<string> RestoreWritten()
        {
            var problems = new List<string>();
            foreach ((int address, ushort value) in _replaced)
            {
                ModbusReply reply = _client.Write(_unit, address, value);
                if (!reply.IsOk || !ReadsAs(address, value))
                {
                    problems.Add(string.Create(CultureInfo.InvariantCulture, $"register {address} was {value} and could not be set back; do it by hand"));
                }
            }

            _replaced.Clear();
            return problems;
        }

        /// <summary>Begins to poll.</summary>
        public void Start()
        {
            _polling = new Thread(Poll) { IsBackground = true, Name = "modbus observer" };
            _polling.Start();
        }

        /// <summary>What differs between two readings of the settings, in words.</summary>
        public static IReadOnlyList<string> Differences(IReadOnlyDictionary<int, ushort> before, IReadOnlyDictionary<int, ushort> after)
        {
            ArgumentNullException.ThrowIfNull(before);
            ArgumentNullException.ThrowIfNull(after);
            var texts = new List<string>();
            foreach ((int address, ushort value) in before)
            {
                if (after.TryGetValue(address, out ushort now) && now != value)
                {
                    RegisterRow row = SolArkRegisters.Find(address)!;
                    texts.Add(string.Create(
                        CultureInfo.InvariantCulture,
                        $"register {address} ({row.Name}) was {row.Format(row.Decode(_ => value))} and is {row.Format(row.Decode(_ => now))}"));
                }
            }

            return texts;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _stop.Cancel();
            _polling?.Join();
            _client.Dispose();
            _stop.Dispose();
        }

        // A register of the virtual Sol-Ark follows within 100 ms; a real one may take as long as it likes to show it.
        private bool ReadsAs(int address, ushort value)
        {
            long start = Stopwatch.GetTimestamp();
            do
            {
                ModbusReply reply = _client.Read(_unit, address, 1);
                if (reply.IsOk && reply.Registers[0] == value)
                {
                    return true;
                }
            }
            while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < ReadBackMilliseconds);
            return false;
        }

        private void Connect()
        {
            _client.Connect();
        }

        // The one that was named, then 1, then the others that were seen in the field.
        private int FindUnit(List<string> remarks)
        {
            int[] candidates = Url.Unit is int unit ? [unit, .. UsualUnits.Where(usual => usual != unit)] : UsualUnits;
            string[] failures = [];

            // Each is asked once, and all a second time: a disturbed line may lose a reply, and nine silent units take long enough.
            for (int round = 0; round < ProbeRounds; round++)
            {
                failures = new string[candidates.Length];
                for (int index = 0; index < candidates.Length; index++)
                {
                    ModbusReply reply = _client.Read(candidates[index], SolArkRegisters.State, 1, 1);
                    if (reply.IsOk)
                    {
                        remarks.AddRange(failures.Take(index));
                        return candidates[index];
                    }

                    failures[index] = string.Create(CultureInfo.InvariantCulture, $"unit {candidates[index]}: {reply.Detail}");
                    if (reply.Outcome is ModbusOutcome.Closed)
                    {
                        throw new ModbusConnectionException($"No inverter answers at {Url} ({string.Join("; ", failures.Take(index + 1))}); is it a gateway for Modbus?");
                    }
                }
            }

            string advice = "is BMS Lithium Batt 00, is Modbus SN set (an update can reset it to 0), are A and B the right way round?";
            throw new ModbusConnectionException($"No inverter answers at {Url} ({string.Join("; ", failures)}); {advice}");
        }

        private void AddRemarks(InverterReading identity, List<string> remarks)
        {
            if (identity.Word(16) == 0 && identity.Word(17) == 0)
            {
                remarks.Add("Register 16 (rated power) is 0: the model is not known.");
            }

            bool isBmsBlockEmpty = true;
            for (int address = SolArkRegisters.BmsBlock; address < SolArkRegisters.BmsBlock + 8; address++)
            {
                isBmsBlockEmpty &= _last!.Word(address) == 0;
            }

            if (isBmsBlockEmpty)
            {
                remarks.Add("Registers 312 to 319 (what came from the BMS) are 0: nothing was received, or this firmware does not have them.");
            }

            if (_last!.Word(182) is > 0 and < 600)
            {
                remarks.Add("Register 182 (battery temperature) has no offset of 1000 here, as one owner reported.");
            }
        }

        private static string ModelOf(InverterReading identity)
        {
            long watts = SolArkRegisters.Find(16)!.Decode(identity.Word) / 1000;
            return watts is 5000 or 8000 or 12_000 or 15_000 ? string.Create(CultureInfo.InvariantCulture, $"{watts / 1000}K") : "";
        }

        private void Poll()
        {
            long before = Stopwatch.GetTimestamp();
            while (!_stop.IsCancellationRequested)
            {
                long start = Stopwatch.GetTimestamp();
                InverterReading? reading = Read(Blocks);
                if (reading != null)
                {
                    ResolutionMilliseconds = Math.Max(ResolutionMilliseconds, (int)Stopwatch.GetElapsedTime(before).TotalMilliseconds);
                    before = start;
                    _last = reading;
                    Polled?.Invoke(reading);
                }
                else
                {
                    FailedCount++;
                }

                int rest = PeriodMinMilliseconds - (int)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                _stop.Token.WaitHandle.WaitOne(Math.Max(1, rest));
            }
        }

        private InverterReading? Read((int Start, int Count)[] blocks)
        {
            ushort[] words = new ushort[SolArkRegisters.Count];
            long begin = Stopwatch.GetTimestamp();
            foreach ((int start, int count) in blocks)
            {
                for (int place = start; place < start + count;)
                {
                    int piece = Math.Min(_pieceMax, start + count - place);
                    ModbusReply reply = _client.Read(_unit, place, piece);
                    if (reply.IsOk)
                    {
                        reply.Registers.ToArray().CopyTo(words, place);
                        place += piece;
                    }
                    else if (piece > SmallPieceMax)
                    {
                        _pieceMax = SmallPieceMax;
                    }
                    else
                    {
                        LastError = reply.Detail;
                        LastFailure = reply.Detail;
                        return null;
                    }
                }
            }

            LastError = "";
            return new InverterReading(begin, Stopwatch.GetTimestamp(), words);
        }
    }
}
