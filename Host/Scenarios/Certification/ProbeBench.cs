using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>A bench in the hands of one probe: does things to the bank, reads the inverter, writes down what was found.</summary>
    internal sealed class ProbeBench
    {
        /// <summary>Times that a reaction is measured.</summary>
        public const int Repetitions = 3;

        private const int SampleMilliseconds = 500;
        private const int StepMilliseconds = 100;
        private const int SettleMilliseconds = 5000;
        private const int HoldMilliseconds = 1500;
        private const ushort BatteryLoss = 0x4000;

        private readonly ICertificationBench _bench;
        private readonly CertificationProbe _probe;
        private readonly Func<string, string?> _known;
        private readonly Dictionary<string, CertifiedProperty> _found = new(StringComparer.Ordinal);
        private readonly List<ProbeSample> _samples = [];
        private readonly ProbeLog _log = new();
        private InverterReading? _sampled;
        private long _windowMilliseconds;
        private bool _isIncomplete;

        /// <param name="bench">The bench.</param>
        /// <param name="probe">The probe.</param>
        /// <param name="known">What earlier probes found; null for nothing.</param>
        public ProbeBench(ICertificationBench bench, CertificationProbe probe, Func<string, string?> known)
        {
            _bench = bench;
            _probe = probe;
            _known = known;
        }

        /// <summary>Frames since the last <see cref="TryBegin"/>.</summary>
        public IReadOnlyList<FrameRecord> Frames => _bench.Frames;

        /// <summary>Time since the last <see cref="TryBegin"/>, ms.</summary>
        public long NowMilliseconds => _bench.NowMilliseconds;

        /// <summary>Error of the times of frames, ms.</summary>
        public int FrameErrorMilliseconds => _bench.FrameErrorMilliseconds;

        /// <summary>Longest time by which a change is seen late, ms.</summary>
        public int ResolutionMilliseconds => _bench.ResolutionMilliseconds;

        /// <summary>The registers now.</summary>
        public InverterReading Registers => _bench.Read();

        /// <summary>Current into the battery (191), mA.</summary>
        public int CurrentMilliamps => -(int)Registers.Value(191);

        /// <summary>True while the battery is charged with more than 3 A.</summary>
        public bool IsCharging => CurrentMilliamps > 3000;

        /// <summary>True while the battery is discharged with more than 3 A.</summary>
        public bool IsDischarging => CurrentMilliamps < -3000;

        /// <summary>True while register 102 shows W31.</summary>
        public bool IsWarning => (Registers.Word(102) & BatteryLoss) != 0;

        /// <summary>True while any fault is there, whatever its number: the bit of F58 is disputed.</summary>
        public bool HasAnyFault => FaultBits != 0;

        /// <summary>Faults without notifications.</summary>
        public ulong FaultBits => SolArkFaultBits.WithoutNotifications(Registers.FaultBits);

        /// <summary>True while a fault is there.</summary>
        public bool HasFault(int code) => (Registers.FaultBits >> (code - 1) & 1) != 0;

        /// <summary>What an earlier probe found; null for nothing.</summary>
        public string? Known(string name) => _known(name);

        /// <summary>Value of a register, which is written down as evidence: thousandths of its unit, or the code itself.</summary>
        public long Value(int address)
        {
            InverterReading reading = Registers;
            _log.Register(NowMilliseconds, address, reading);
            return reading.Value(address);
        }

        /// <summary>Makes bank and inverter ready. CCL and DCL are held at 90 A, so that no unusual limit disturbs the other probes.</summary>
        public bool TryBegin(ProbeConditions conditions)
        {
            _log.OffsetMilliseconds += _samples.Count == 0 && _log.Events.Count == 0 ? 0 : _bench.NowMilliseconds;
            string? obstacle = _bench.Begin(conditions);
            _log.Restart();
            if (obstacle != null)
            {
                _isIncomplete = true;
                foreach ((string name, _) in _probe.Properties)
                {
                    if (!_found.ContainsKey(name))
                    {
                        Unknown(name, obstacle);
                    }
                }

                return false;
            }

            // Silent until the limits hold: an inverter that takes offence at the bank's own DCL would do so for minutes.
            Do("OUTP OFF", "FAUL:VAL:CCL 90 A", "FAUL:VAL:DCL 90 A");
            if (Known("voltage-scale") == "decivolt")
            {
                Do("BANK:DIAL:VSC DEC");
            }

            _bench.Wait(HoldMilliseconds);
            if (!conditions.IsBankSilent)
            {
                Do("OUTP ON");
                Wait(SettleMilliseconds);
            }

            return true;
        }

        /// <summary>Has the instrument carry out lines.</summary>
        public void Do(params string[] lines)
        {
            foreach (string line in lines)
            {
                _log.Command(NowMilliseconds, line);
                _bench.Do(line);
            }
        }

        /// <summary>Lets time pass, samples the registers for the plot, and ends with registers that are as new as the end.</summary>
        public void Wait(int milliseconds)
        {
            for (int left = milliseconds; left > 0; left -= SampleMilliseconds)
            {
                _bench.Wait(Math.Min(left, SampleMilliseconds));
                Sample();
            }

            _bench.Settle();
            Sample();
        }

        /// <summary>Waits until something is so.</summary>
        /// <returns>Time that it took, ms; -1 if it did not come.</returns>
        public int WaitFor(Func<bool> isSo, int atMostMilliseconds)
        {
            long start = NowMilliseconds;
            for (int step = 0; ; step++)
            {
                _bench.Read();
                if (_bench.ReadStartMilliseconds >= start && isSo())
                {
                    Sample();
                    return (int)Math.Max(0, _bench.ReadMilliseconds - start);
                }

                if (NowMilliseconds - start >= atMostMilliseconds)
                {
                    return -1;
                }

                _bench.Wait(StepMilliseconds);
                if (step % (SampleMilliseconds / StepMilliseconds) == 0)
                {
                    Sample();
                }
            }
        }

        /// <summary>Time from the frame that first carries what a command changes to an effect in the registers.</summary>
        /// <returns>Time, ms; -1 if the effect did not come.</returns>
        public int React(string line, uint frameId, Func<bool> isSo, int atMostMilliseconds)
        {
            int seen = Frames.Count;
            ulong before = Frames.LastOrDefault(frame => frame.Id == frameId).Data;
            long start = NowMilliseconds;
            Do(line);
            int waited = WaitFor(isSo, atMostMilliseconds);
            if (waited < 0)
            {
                return -1;
            }

            long carried = start;
            for (int place = seen; place < Frames.Count; place++)
            {
                if (Frames[place].Id == frameId && Frames[place].Data != before)
                {
                    carried = Frames[place].Microseconds / 1000;
                    break;
                }
            }

            return (int)Math.Max(0, start + waited - carried);
        }

        /// <summary>Writes down what was found.</summary>
        public void Found(string name, string value, string evidence, string confidence = "measured", string spread = "")
        {
            long now = _log.OffsetMilliseconds + NowMilliseconds;
            _found[name] = new CertifiedProperty(name, value, StandardOf(name), spread, confidence, evidence, _windowMilliseconds, now);
        }

        /// <summary>Writes down a switch.</summary>
        public void Found(string name, bool isOn, string evidence, string confidence = "measured") => Found(name, isOn ? "on" : "off", evidence, confidence);

        /// <summary>Writes down a reaction that was measured several times: the median, with scatter and resolution.</summary>
        /// <param name="name">Property.</param>
        /// <param name="times">Times, ms; a negative one for an effect that did not come.</param>
        /// <param name="evidence">From what to what.</param>
        public void FoundReaction(string name, IReadOnlyList<int> times, string evidence)
        {
            int[] known = [.. times.Where(static time => time >= 0).Order()];
            string listed = string.Join(", ", times.Select(static time => time < 0 ? "no effect" : Text($"{time} ms")));
            if (known.Length == 0)
            {
                Found(name, "none", $"{evidence}: {listed}");
                return;
            }

            int spread = Math.Max((known[^1] - known[0] + 1) / 2, ResolutionMilliseconds / 2);
            Found(name, Text($"{known[known.Length / 2]} ms"), $"{evidence}: {listed}", "measured", Text($"±{spread} ms"));
        }

        /// <summary>Writes down that nothing could be told.</summary>
        public void Unknown(string name, string reason) => Found(name, CertifiedProperty.Unknown, reason, "none");

        /// <summary>Writes down that nothing could be told because something was not there that may be there another time.</summary>
        public void Unmet(string reason, params string[] names)
        {
            _isIncomplete = true;
            Array.ForEach(names, name => Unknown(name, reason));
        }

        /// <summary>Begins the evidence of what is found next.</summary>
        public void BeginEvidence() => _windowMilliseconds = _log.OffsetMilliseconds + NowMilliseconds;

        /// <summary>The result, every property of the probe in it.</summary>
        public ProbeResult Result()
        {
            foreach ((string name, _) in _probe.Properties)
            {
                if (!_found.ContainsKey(name))
                {
                    Unknown(name, "The probe ended before it could tell.");
                }
            }

            CertifiedProperty[] properties = [.. _probe.Properties.Select(property => _found[property.Name])];
            return new ProbeResult(_probe.Name, _probe.Title, !_isIncomplete, properties, _samples, _log.Events);
        }

        /// <summary>A number in a sentence.</summary>
        public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

        private void Sample()
        {
            InverterReading reading = _bench.Read();
            _log.Frames(Frames);
            long now = NowMilliseconds;
            _log.Registers(now, reading);
            if (reading != _sampled)
            {
                _sampled = reading;
                _samples.Add(new ProbeSample(
                    _log.OffsetMilliseconds + now, -(int)reading.Value(191), (int)reading.Value(183), reading.FaultBits, _bench.BankMilliamps));
            }
        }

        private string StandardOf(string name) => _probe.Properties.First(property => property.Name == name).Standard;
    }
}
