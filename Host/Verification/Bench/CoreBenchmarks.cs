using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.Twin;
using BenchmarkDotNet.Attributes;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>What one step of each kind costs.</summary>
    [MemoryDiagnoser]
    public class CoreBenchmarks
    {
        private const int HourMilliseconds = 3_600_000;
        private const int LoadWatts = 3000;

        private readonly CanFrame _frame = new();
        private readonly CanFrame _reply = new();
        private readonly BankReport _report = new();
        private readonly DialectSettings _dialect = Dialects.Create(Dialects.DefaultName);
        private TwinSession _session = null!;
        private Simulator _simulator = null!;

        /// <summary>Starts a bank in the middle of its work.</summary>
        [GlobalSetup]
        public void SetUp()
        {
            TwinOptions options = BenchTwin.CreateOptions(null)!;
            _session = new TwinSession(options);
            _session.AdvanceTo(60_000);
            _report.CopyFrom(_session.Simulator.Report);
            _reply.Begin(InverterReplyFrame.CanId, CanFrame.DataLengthMax);
            _simulator = new Simulator(options.Bank, new SinkBus());
            _simulator.Advance(60_000);
        }

        /// <summary>Seven frames from a report.</summary>
        [Benchmark]
        public int EncodeSet()
        {
            int written = 0;
            foreach (FrameDefinition definition in _dialect.Order)
            {
                written += definition.TryEncode(_report, _dialect, _frame) ? 1 : 0;
            }

            return written;
        }

        /// <summary>The bank alone for a second, its set into a bus that takes everything.</summary>
        [Benchmark]
        public int CoreSecond()
        {
            _simulator.Advance(1000);
            return _simulator.Schedule.BurstCount;
        }

        /// <summary>Bank, bus and inverter for a second, an hour of load and an hour of charging in turn.</summary>
        [Benchmark(Baseline = true)]
        public long TwinSecond()
        {
            _session.LoadWatts = (_session.NowMilliseconds / HourMilliseconds & 1) == 0 ? LoadWatts : -LoadWatts;
            _session.AdvanceTo(_session.NowMilliseconds + 1000);
            return _session.Bus.FrameCount;
        }

        /// <summary>Bit time of one frame.</summary>
        [Benchmark]
        public int CountBits() => FrameBits.Count(_reply);
    }
}
