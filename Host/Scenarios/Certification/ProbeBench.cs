using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Host.Modbus.Observing;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>A bench in the hands of one probe: does things to the bank, reads the inverter, writes down what was found.</summary>
    internal sealed class ProbeBench
    {
        private const int SampleMilliseconds = 500;
        private const int SettleMilliseconds = 5000;
        private const int HoldMilliseconds = 1500;
        private const ushort BatteryLoss = 0x4000;

        private readonly ICertificationBench _bench;
        private readonly CertificationProbe _probe;
        private readonly Func<string, string?> _known;
        private readonly Dictionary<string, CertifiedProperty> _found = new(StringComparer.Ordinal);
        private readonly List<ProbeSample> _samples = [];

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
        public IReadOnlyList<(long Microseconds, uint Id)> Frames => _bench.Frames;

        /// <summary>Time since the last <see cref="TryBegin"/>, ms.</summary>
        public long NowMilliseconds => _bench.NowMilliseconds;

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

        /// <summary>True while a fault is there.</summary>
        public bool HasFault(int code) => (Registers.FaultBits >> (code - 1) & 1) != 0;

        /// <summary>What an earlier probe found; null for nothing.</summary>
        public string? Known(string name) => _known(name);

        /// <summary>Makes bank and inverter ready. CCL and DCL are held at 90 A, so that no unusual limit disturbs the other probes.</summary>
        public bool TryBegin(ProbeConditions conditions)
        {
            string? obstacle = _bench.Begin(conditions);
            if (obstacle != null)
            {
                foreach ((string name, _) in _probe.Properties)
                {
                    Unknown(name, obstacle);
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
        public void Do(params string[] lines) => Array.ForEach(lines, _bench.Do);

        /// <summary>Lets time pass and samples the registers for the plot.</summary>
        public void Wait(int milliseconds)
        {
            for (int left = milliseconds; left > 0; left -= SampleMilliseconds)
            {
                _bench.Wait(Math.Min(left, SampleMilliseconds));
                InverterReading reading = _bench.Read();
                _samples.Add(new ProbeSample(_bench.NowMilliseconds, -(int)reading.Value(191), (int)reading.Value(183), reading.FaultBits));
            }
        }

        /// <summary>Waits until something is so.</summary>
        /// <returns>Time that it took, ms; -1 if it did not come.</returns>
        public int WaitFor(Func<bool> isSo, int atMostMilliseconds)
        {
            const int StepMilliseconds = 100;
            for (int waited = 0; waited <= atMostMilliseconds; waited += StepMilliseconds)
            {
                if (isSo())
                {
                    return waited;
                }

                _bench.Wait(StepMilliseconds);
            }

            return -1;
        }

        /// <summary>Writes down what was found.</summary>
        public void Found(string name, string value, string evidence, string confidence = "measured")
        {
            _found[name] = new CertifiedProperty(name, value, StandardOf(name), confidence, evidence);
        }

        /// <summary>Writes down a switch.</summary>
        public void Found(string name, bool isOn, string evidence, string confidence = "measured") => Found(name, isOn ? "on" : "off", evidence, confidence);

        /// <summary>Writes down that nothing could be told.</summary>
        public void Unknown(string name, string reason) => Found(name, CertifiedProperty.Unknown, reason, "none");

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

            return new ProbeResult(_probe.Name, _probe.Title, [.. _probe.Properties.Select(property => _found[property.Name])], _samples);
        }

        /// <summary>A number in a sentence.</summary>
        public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

        private string StandardOf(string name) => _probe.Properties.First(property => property.Name == name).Standard;
    }
}
