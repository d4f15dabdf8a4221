using System.Collections.Generic;

namespace BatterySim.Host.Verification.Mutation
{
    /// <summary>The errors that once survived every test.</summary>
    public static class Gaps
    {
        private const string Faults = "Bms/Faults/FrameFaults.cs";
        private const string Link = "Bms/Protocol/InverterLink.cs";
        private const string Module = "Bms/Battery/BatteryModule.cs";
        private const string Charge = "Bms/Battery/BatteryModule.Charge.cs";
        private const string Path = "Bms/Battery/BatteryModule.Path.cs";
        private const string Sharing = "Bms/Stack/CurrentSharing.cs";
        private const string Driver = "Hardware/Mcp2515/Mcp2515CanBus.cs";
        private const string Receiver = "Hardware/Mcp2515/Mcp2515Receiver.cs";
        private const string Transmitter = "Hardware/Mcp2515/Mcp2515Transmitter.cs";

        /// <summary>All of them, those of the core first.</summary>
        public static IReadOnlyList<Gap> All { get; } =
        [
            Of("histogram-cleared",
                Link, "_bins[bin] = 0;",
                "_bins[bin] += 0;",
                "INV:CLE keeps its histogram", "0 0 0 0 0 0 2 0 0 0 0;0 0 0 0 0 0 0 0 0 0 0"),
            Of("histogram-edge",
                Link, "interval >= BinEdges[bin]",
                "interval > BinEdges[bin]",
                "an interval on an edge counts below it", "0 1 0 0 0 0 0 1 0 0 1"),
            Of("abandoned-before-rebuild",
                "Bms/Protocol/FrameRecorder.cs", "_abandonedBefore[index] = _delivery.AbandonedCountOf(id);",
                "_abandonedBefore[index] = 0;",
                "FRAM:ABAN? counts what was given up before the bank was built anew", "0;2"),
            Of("misses-reset",
                "Bms/Stack/BatteryView.cs", "view[StateIndex] = KnownBit | OnlineBit;",
                "view[StateIndex] |= KnownBit | OnlineBit;",
                "an answer does not clear the polls missed before it", "2"),
            Of("address-below-master",
                "Bms/Stack/ChainMaster.cs", "slot < 0 ? slot + _views.Length : slot",
                "slot",
                "an address below the master's is never asked", "2"),
            Of("master-limits",
                "Bms/Stack/Aggregator.cs", "master[BatteryAnswer.DischargeCurrentLimitMilliamps]",
                "master[BatteryAnswer.ChargeCurrentLimitMilliamps]",
                "policy master takes CCL for DCL", "40.0 100.0"),
            Of("limited-charge-counted",
                Sharing, "+= _modules[index].LimiterMilliamps * elapsed",
                "+= _modules[index].LimiterMilliamps * 0",
                "charge through a limiter is not counted", "Limited 40"),
            Of("open-voltage-of-a-diode",
                Sharing, "(_modules[index].CanCharge || _modules[index].CanDischarge)",
                "_modules[index].CanCharge",
                "a battery that may only discharge shows no open-circuit voltage", "0"),
            Of("reset-over-cut-chain",
                "Bms/Stack/BatteryBank.cs", "if (_wiring.AreConnected(from, index))",
                "if (from >= 0)",
                "RST wakes batteries behind a cut chain", "True False False"),
            Of("delayed-frame-after-silence",
                Faults, "            _delayedCount = 0;",
                "            _delayedCount += 0;",
                "a delayed frame leaves after silence", ";351 355 379"),
            Of("held-frame-after-silence",
                Faults, "            _delayedCount = 0;\n            _isHolding = false;",
                "            _delayedCount = 0;",
                "a held frame leaves after silence", ";351 355 379"),
            Of("limiter-held-a-minute",
                Path, "_limitedSeconds >= LimiterHoldSeconds && ",
                "",
                "the limiter lets go at once", "59"),
            Of("limiter-ends-with-sleep",
                Module, "            _limitedSeconds = NotLimiting;\n            _protections.ClearFast();",
                "            _protections.ClearFast();",
                "the limiter survives sleep", "False False False"),
            Of("surplus-decays",
                Charge, "stored -= surplus / SurplusSeconds;",
                "stored -= 0;",
                "charge above full never goes", "36"),
            Of("balancing-start",
                "Bms/Cells/CellString.cs", "level = _constants.BalanceStartMillivolts;",
                "level += 0f;",
                "cells are balanced below the start level", "True 40"),
            Of("fet-warms",
                "Bms/Cells/CellConstants.cs", "SecondTimetable.CellSeconds / 32f",
                "SecondTimetable.CellSeconds / 320f",
                "FETs warm ten times too slowly", "38.2"),
            Of("status-once",
                "Bms/Instrument/StatusGroup.cs", "condition & ~_condition",
                "condition",
                "an event comes back while its condition lasts", "True;0"),
            Of("number-rounded",
                "Bms/Instrument/ScpiNumber.cs", "(value + 5) / 10",
                "value / 10",
                "numbers are cut instead of rounded", "55.6;55.5"),
            Of("service-bit-6",
                "Bms/Instrument/StatusRegisters.cs", "value & ~MasterSummary",
                "value",
                "*SRE keeps bit 6", "191"),
            Of("refused-dialect",
                "Bms/Instrument/StagedSettings.cs", "_cadence = simulator.Schedule.Cadence;\n            _hasDialectChanged = false;",
                "_cadence = simulator.Schedule.Cadence;",
                "a refused line of the dialect takes effect with the next line", "2020 3020"),
            Of("priorities-after-reset",
                Transmitter, "_priorities[buffer] = 0;",
                "_priorities[buffer] += 0;",
                "the driver takes the priorities for those from before a reset", "600 5FF 5FE 5FD"),
            Of("oldest-given-up",
                Transmitter, "(_priorities[buffer] * BufferCount) + buffer > (",
                "(_priorities[buffer] * BufferCount) + buffer < (",
                "the newest frame is taken for the oldest", "0 2"),
            Of("stale-frames",
                Transmitter, "_queue.FirstMilliseconds >= _settings.TransmitTimeoutMilliseconds",
                "_queue.FirstMilliseconds >= 100 * _settings.TransmitTimeoutMilliseconds",
                "frames are kept for 10 s", "100# 3"),
            Of("bus-off-pause",
                Driver, "hasSent ? BusOffPauseMinMilliseconds : _busOffPauseMilliseconds",
                "_busOffPauseMilliseconds",
                "the pause after bus-off never goes back", "351# 110"),
            Of("receive-order-after-restart",
                Receiver, "        public void Restart()\n        {\n            _isOneOlder = false;",
                "        public void Restart()\n        {",
                "the order of receiving survives a restart", "305#01 305#02;305#11 305#12"),
        ];

        private static Gap Of(string name, string file, string original, string mutated, string effect, string answer) =>
            new(new Mutant(name, MutantKind.WrongRule, file, original, mutated, effect), answer);
    }
}
