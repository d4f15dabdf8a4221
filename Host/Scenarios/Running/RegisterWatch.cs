using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>The inverter of a bench as its registers show it to one run.</summary>
    internal sealed class RegisterWatch
    {
        private const int StaleFactor = 5;
        private const int ConfirmMillisecondsMax = 8000;
        private const int LookMilliseconds = 100;

        // A Sol-Ark in F58 looks every five minutes whether the battery is back (Discover 805-0038).
        private const int RestartMillisecondsMax = 330_000;
        private const int ShowMillisecondsMax = 10_000;

        private const int SelfTestState = 1;

        private static readonly int[] RawAddresses = [59, 101, 102, 103, 104, 105, 106, 182, 183, 184, 190, 191];

        private readonly InverterObserver _observer;
        private readonly IReadOnlyCollection<string> _confirmed;
        private bool _isBmsBlockConfirmed;
        private ulong _faultBits;
        private int _state = -1;

        /// <param name="observer">Reads it.</param>
        /// <param name="confirmed">Keys that a person has set on it as the files have them.</param>
        public RegisterWatch(InverterObserver observer, IReadOnlyCollection<string> confirmed)
        {
            _confirmed = confirmed;
            _observer = observer;
        }

        /// <summary>What the inverter said of itself.</summary>
        public InverterFacts? Facts => _observer.Facts;

        /// <summary>The last poll; null before the first.</summary>
        public InverterReading? Last => _observer.Last;

        /// <summary>Looks whether the BMS block follows what is on the bus; only then does it decide anything in this run.</summary>
        /// <param name="frames">The bus.</param>
        /// <param name="takeFrames">Takes what has arrived on it.</param>
        /// <param name="stop">Ends the wait.</param>
        public void Begin(FrameWatch frames, Action takeFrames, CancellationToken stop)
        {
            FrameSlot limits = frames.SlotOf(LimitsFrame.CanId, false);
            bool Confirms()
            {
                takeFrames();
                return _isBmsBlockConfirmed = limits.Count > 0 && _observer.Last is InverterReading reading && Follows(reading, limits);
            }

            BenchWait.Until(LookMilliseconds, ConfirmMillisecondsMax, Confirms, stop);
        }

        /// <summary>Waits until the inverter works and shows the bank's SOC, and looks whether it is what the scenario begins with.</summary>
        /// <param name="plan">What the scenario begins with; a setting of it is written where its register was named as one that may be.</param>
        /// <param name="frames">The bus.</param>
        /// <param name="takeFrames">Takes what has arrived on it.</param>
        /// <param name="stop">Ends the wait.</param>
        /// <returns>What is there, and in one sentence why nothing can be judged; null for no reason.</returns>
        public (InverterConditions Conditions, string? Obstacle) CheckConditions(
            SetupPlan plan, FrameWatch frames, Action takeFrames, CancellationToken stop)
        {
            WriteSettings(plan);
            if (plan.StartsAwake && !BenchWait.Until(LookMilliseconds, RestartMillisecondsMax, () => Works(takeFrames), stop))
            {
                InverterReading stuck = Fresh();
                string faults = SolArkFaultBits.Describe(stuck.FaultBits);
                string why = $"The inverter does not work: state {stuck.Text(SolArkRegisters.State)}, faults {faults}, since before the case began.";
                return (InverterConditions.None, why);
            }

            FrameSlot state = frames.SlotOf(StateFrame.CanId, false);
            if (plan.StartsAwake)
            {
                // Where another dialect has no 0x355, or the inverter counts for itself, there is nothing to wait for.
                bool Shows()
                {
                    takeFrames();
                    return _observer.Last is InverterReading reading
                        && state is { Count: > 0, Length: >= 2 } && reading.Word(SolArkRegisters.Soc) == (ushort)state.Data;
                }

                BenchWait.Until(LookMilliseconds, ShowMillisecondsMax, Shows, stop);
            }

            InverterReading last = Fresh();
            var conditions = InverterConditions.Of(plan, Facts?.Model ?? "", last, _observer.ReadSettings(), _confirmed);
            string? obstacle = conditions.Differing.Count == 0 ? null
                : $"The inverter does not have what the file begins with: {string.Join("; ", conditions.Differing)}; set it, or allow it with --allow-writes.";
            return (conditions, obstacle);
        }

        /// <summary>How something is read from the registers; null if it is not there.</summary>
        public Func<Observed>? Bind(ObservableReference what)
        {
            return Row(what, out _) is RegisterObservable row ? () => row.Read(Fresh()) : null;
        }

        /// <summary>Longest time from a change until its poll is over, ms.</summary>
        public int ResolutionMilliseconds => _observer.ResolutionMilliseconds;

        /// <summary>How well it is seen in the registers; null for what is not of the inverter.</summary>
        public ObservationLimits? LimitsOf(ObservableReference what)
        {
            RegisterObservable? row = Row(what, out string obstacle);
            return row != null
                ? row.LimitsWith(ResolutionMilliseconds)
                : obstacle.Length > 0 ? new ObservationLimits(0, 0, obstacle) : null;
        }

        /// <summary>Sets a setting through its register, where that register was named as one that may be written.</summary>
        /// <returns>Null if it was done; else why not, in one sentence.</returns>
        public string? TrySet(InverterKey key, in FormValue value)
        {
            string byHand = $"{key.Name} {value.Text} can be set on the inverter by hand only; what comes after it is not judged.";
            if (SettingRegisters.Find(key.Name) is not RegisterRow row)
            {
                return byHand;
            }

            if (!_observer.MayWrite(row.Address))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{key.Name} {value.Text} would be written to register {row.Address}, which --allow-writes {row.Address} allows; what comes after it is not judged.");
            }

            return SettingRegisters.Word(row, value) is ushort word ? _observer.Write(row.Address, word) : byHand;
        }

        /// <summary>A change of state or faults since the last call, in words and in raw words; null for none.</summary>
        public string? Change()
        {
            if (_observer.Last is not InverterReading reading || (reading.FaultBits == _faultBits && reading.Word(SolArkRegisters.State) == _state))
            {
                return null;
            }

            _faultBits = reading.FaultBits;
            _state = reading.Word(SolArkRegisters.State);
            string words = string.Join(' ', RawAddresses.Select(address => string.Create(CultureInfo.InvariantCulture, $"{address}={reading.Word(address):X4}")));
            return string.Create(
                CultureInfo.InvariantCulture, $"registers: state {_state}, faults {SolArkFaultBits.Describe(_faultBits)}; raw words {words}");
        }

        private bool Works(Action takeFrames)
        {
            takeFrames();
            return _observer.Last is InverterReading { IsWithoutFault: true } reading && reading.Word(SolArkRegisters.State) != SelfTestState;
        }

        private void WriteSettings(SetupPlan plan)
        {
            foreach ((InverterKey key, FormValue value) in plan.InverterValues)
            {
                if (SettingRegisters.Find(key.Name) is RegisterRow row && _observer.MayWrite(row.Address))
                {
                    // What was refused is found again where the settings are compared.
                    _ = TrySet(key, value);
                }
            }
        }

        private RegisterObservable? Row(ObservableReference what, out string obstacle)
        {
            obstacle = "";
            return what.Row != null && what.Text.StartsWith("inverter.", StringComparison.Ordinal)
                ? RegisterObservables.Find(what.Row.Name, _isBmsBlockConfirmed, out obstacle)
                : null;
        }

        private InverterReading Fresh()
        {
            InverterReading? reading = _observer.Last;
            double age = reading == null ? double.MaxValue : Stopwatch.GetElapsedTime(reading.StartTicks).TotalMilliseconds;
            return age <= (double)_observer.ResolutionMilliseconds * StaleFactor
                ? reading!
                : throw new StandException($"The inverter no longer answers Modbus at {_observer.Url}: {_observer.LastError}.");
        }

        // CVL in 0.1 V, CCL and DCL in 0.1 A on the bus; 0.01 V and 1 A in the registers, which round or truncate.
        private static bool Follows(InverterReading reading, FrameSlot limits)
        {
            bool isAlive = reading.Word(312) != 0;
            return isAlive
                && reading.Value(312) == WireLimits.ChargeVoltageMillivolts(limits)
                && Math.Abs(reading.Value(314) - WireLimits.ChargeCurrentMilliamps(limits)) < 1000
                && Math.Abs(reading.Value(315) - WireLimits.DischargeCurrentMilliamps(limits)) < 1000;
        }
    }
}
