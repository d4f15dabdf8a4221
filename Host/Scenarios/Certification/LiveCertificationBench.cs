using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>A bank simulator over SCPI, its bus through a CAN port, and the inverter by its registers, in real time.</summary>
    internal sealed class LiveCertificationBench : ICertificationBench
    {
        private const int Batteries = 2;
        private const int LookMilliseconds = 500;
        private const int StaleMillisecondsMin = 15_000;
        private const int PortErrorMilliseconds = 15;

        private readonly CertificationBench _bench;
        private readonly CancellationToken _stop;
        private readonly BenchDriver _driver;
        private readonly BenchConditions _conditions;
        private readonly List<FrameRecord> _frames = [];
        private long _originMilliseconds;
        private bool _isSetUp;
        private InverterReading? _last;
        private InverterReading? _before;

        /// <summary>Connects.</summary>
        /// <exception cref="StandException">A port is not there.</exception>
        public LiveCertificationBench(CertificationBench bench, CancellationToken stop)
        {
            _bench = bench;
            _stop = stop;
            _driver = new BenchDriver(bench.Name, bench.CanUrl, bench.ScpiAddress);
            _driver.FrameSeen += Record;
            _conditions = new BenchConditions(bench, this);
        }

        /// <inheritdoc/>
        public long NowMilliseconds => _driver.NowMilliseconds - _originMilliseconds;

        /// <inheritdoc/>
        public IReadOnlyList<FrameRecord> Frames => _frames;

        /// <inheritdoc/>
        public long ReadMilliseconds => _before == null ? ReadStartMilliseconds : (MiddleOf(_last!) + MiddleOf(_before)) / 2;

        /// <inheritdoc/>
        public long ReadStartMilliseconds => TimeOf(_last!.StartTicks);

        /// <inheritdoc/>
        public int ResolutionMilliseconds => _bench.Observer.ResolutionMilliseconds;

        /// <inheritdoc/>
        public int FrameErrorMilliseconds => PortErrorMilliseconds;

        /// <inheritdoc/>
        public int? BankMilliamps =>
            decimal.TryParse(_driver.Ask("BANK:CURR?"), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal amps) ? (int)(amps * 1000) : null;

        /// <inheritdoc/>
        public string? Begin(ProbeConditions conditions)
        {
            if (!_isSetUp)
            {
                _driver.SetUp(new SetupPlan { Batteries = Batteries }, 1, _stop);
                _isSetUp = true;
            }

            Do("FAUL:CLE");
            Do("BANK:DIAL:DLEN PADD");
            Do("BANK:DIAL:VSC CENT");
            for (int battery = 1; battery <= Batteries; battery++)
            {
                Do(string.Create(CultureInfo.InvariantCulture, $"MOD{battery}:SOC {conditions.SocPercent}"));
            }

            Do(conditions.IsBankSilent ? "OUTP OFF" : "OUTP ON");
            string? obstacle = _conditions.FindObstacle(conditions);
            _originMilliseconds = _driver.NowMilliseconds;
            _frames.Clear();
            return obstacle;
        }

        /// <inheritdoc/>
        public void Do(string line)
        {
            if (_driver.Execute(line) is string problem)
            {
                throw new StandException(problem);
            }
        }

        /// <inheritdoc/>
        public void Wait(int milliseconds) => _driver.AdvanceTo(_driver.NowMilliseconds + milliseconds, _stop);

        /// <inheritdoc/>
        public void Settle()
        {
            long now = Stopwatch.GetTimestamp();
            while (Read().StartTicks < now)
            {
                Wait(LookMilliseconds / 10);
            }
        }

        /// <inheritdoc/>
        public InverterReading Read()
        {
            InverterReading reading = _bench.Observer.Last!;
            double age = Stopwatch.GetElapsedTime(reading.EndTicks).TotalMilliseconds;
            if (age > Math.Max(StaleMillisecondsMin, ResolutionMilliseconds * 5))
            {
                throw new StandException($"The inverter no longer answers Modbus at {_bench.Observer.Url}: {_bench.Observer.LastError}.");
            }

            if (!ReferenceEquals(reading, _last))
            {
                _before = _last;
                _last = reading;
            }

            return reading;
        }

        /// <summary>Lets time pass until something is so of a reading; readings that do not come are waited for, as after a restart.</summary>
        /// <returns>False if it did not come in that time.</returns>
        public bool WaitUntil(Predicate<InverterReading> isSo, long atMostMilliseconds)
        {
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start).TotalMilliseconds <= atMostMilliseconds)
            {
                if (_bench.Observer.Last is InverterReading reading && reading.StartTicks >= start && isSo(reading))
                {
                    return true;
                }

                Wait(LookMilliseconds);
            }

            return false;
        }

        /// <inheritdoc/>
        public void Dispose() => _driver.Dispose();

        private long MiddleOf(InverterReading reading) => (TimeOf(reading.StartTicks) + TimeOf(reading.EndTicks)) / 2;

        private long TimeOf(long ticks) => NowMilliseconds - (long)Stopwatch.GetElapsedTime(ticks).TotalMilliseconds;

        private void Record(FrameRecord frame) => _frames.Add(frame with { Microseconds = frame.Microseconds - (_originMilliseconds * 1000) });
    }
}
