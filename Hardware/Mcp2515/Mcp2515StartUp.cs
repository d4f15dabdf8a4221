using BatterySim.Bms.Can;

namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>Brings the chip from reset to the bus and tests it on the way: answer, memory, a frame to itself.</summary>
    internal sealed class Mcp2515StartUp
    {
        // Far more than 128 periods of the slowest crystal, and never 0 however a caller rounds.
        private const int ResetMilliseconds = 2;
        private const int LoopbackMilliseconds = 50;
        private const int NormalMilliseconds = 50;

        private const byte PatternOne = 0x55;
        private const byte PatternTwo = 0xAA;
        private const uint TestId = 0x1555AAA5;

        private readonly Mcp2515Instructions _chip;
        private readonly Mcp2515Settings _settings;
        private readonly Mcp2515Timing _timing;
        private readonly CanFrame _test = new CanFrame();
        private readonly CanFrame _received = new CanFrame();
        private Mcp2515StartUpStep _step;
        private bool _testsLoopback;
        private long _dueMilliseconds;
        private string _fault;

        public Mcp2515StartUp(Mcp2515Instructions chip, Mcp2515Settings settings, Mcp2515Timing timing)
        {
            _chip = chip;
            _settings = settings;
            _timing = timing;
            _test.Begin(TestId, CanFrame.DataLengthMax, true, false);
            for (int index = 0; index < CanFrame.DataLengthMax; index++)
            {
                _test.PutU8(index, 0x81 + (index * 0x1D));
            }
        }

        /// <summary>What was found to be wrong; null if nothing.</summary>
        public string Fault { get { return _fault; } }

        /// <summary>True once the chip is on the bus.</summary>
        public bool IsDone { get { return _step == Mcp2515StartUpStep.Done; } }

        /// <summary>What is written to CANINTE.</summary>
        public static byte Interrupts
        {
            get
            {
                return Mcp2515Registers.ErrorInterrupt
                    | Mcp2515Registers.Transmit2Interrupt | Mcp2515Registers.Transmit1Interrupt | Mcp2515Registers.Transmit0Interrupt
                    | Mcp2515Registers.Receive1Interrupt | Mcp2515Registers.Receive0Interrupt;
            }
        }

        /// <summary>Resets the chip. <see cref="Run"/> does the rest.</summary>
        /// <param name="nowMilliseconds">Time.</param>
        /// <param name="testsLoopback">True to let the chip send a frame to itself before it joins the bus.</param>
        public void Begin(long nowMilliseconds, bool testsLoopback)
        {
            _fault = null;
            _testsLoopback = testsLoopback;
            _chip.Reset();
            Go(Mcp2515StartUpStep.Reset, nowMilliseconds + ResetMilliseconds);
        }

        /// <summary>Takes the next step if its time has come.</summary>
        public void Run(long nowMilliseconds)
        {
            switch (_step)
            {
                case Mcp2515StartUpStep.Reset:
                    if (nowMilliseconds >= _dueMilliseconds)
                    {
                        CheckAndConfigure(nowMilliseconds);
                    }

                    break;
                case Mcp2515StartUpStep.Loopback:
                    AwaitTestFrame(nowMilliseconds);
                    break;
                case Mcp2515StartUpStep.Normal:
                    AwaitNormalMode(nowMilliseconds);
                    break;
                default:
                    break;
            }
        }

        private void CheckAndConfigure(long nowMilliseconds)
        {
            byte mode = _chip.Read(Mcp2515Registers.CanStatus);
            if (mode == 0x00 || mode == 0xFF)
            {
                Fail(mode == 0x00 ? Mcp2515Problems.AllZeros : Mcp2515Problems.AllOnes);
            }
            else if ((mode & Mcp2515Registers.ModeMask) != Mcp2515Registers.ModeConfiguration)
            {
                Fail(Mcp2515Problems.NoConfigurationMode);
            }
            else if (!Keeps(PatternOne) || !Keeps(PatternTwo))
            {
                Fail(Mcp2515Problems.NotKept);
            }
            else if (_testsLoopback)
            {
                Configure(true);
                _chip.Write(Mcp2515Registers.CanControl, Mcp2515Registers.ModeLoopback);
                _chip.LoadTransmit(0, _test);
                _chip.RequestToSend(0);
                Go(Mcp2515StartUpStep.Loopback, nowMilliseconds + LoopbackMilliseconds);
            }
            else
            {
                Join(nowMilliseconds);
            }
        }

        private bool Keeps(byte pattern)
        {
            _chip.Write(Mcp2515Registers.Mask0, pattern);
            return _chip.Read(Mcp2515Registers.Mask0) == pattern;
        }

        private void AwaitTestFrame(long nowMilliseconds)
        {
            if ((_chip.ReadStatus() & Mcp2515Registers.StatusReceived0) != 0)
            {
                _chip.ReadReceive(0, _received);
                if (!IsTestFrame(_received))
                {
                    Fail(Mcp2515Problems.NoLoopback);
                    return;
                }

                _chip.Write(Mcp2515Registers.CanControl, Mcp2515Registers.ModeConfiguration);
                Join(nowMilliseconds);
            }
            else if (nowMilliseconds >= _dueMilliseconds)
            {
                Fail(Mcp2515Problems.NoLoopback);
            }
        }

        private bool IsTestFrame(CanFrame frame)
        {
            // Only a frame of 29 bits has this identifier, and only one with eight bytes these data.
            if (frame.Id != TestId)
            {
                return false;
            }

            for (int index = 0; index < CanFrame.DataLengthMax; index++)
            {
                if (frame.Data[index] != _test.Data[index])
                {
                    return false;
                }
            }

            return true;
        }

        private void Join(long nowMilliseconds)
        {
            Configure(_settings.AcceptsEverything);
            byte oneShot = _settings.TransmitPolicy == Mcp2515TransmitPolicy.OneShot ? Mcp2515Registers.OneShot : (byte)0;
            _chip.Write(Mcp2515Registers.CanControl, (byte)(Mcp2515Registers.ModeNormal | oneShot));
            Go(Mcp2515StartUpStep.Normal, nowMilliseconds + NormalMilliseconds);
            AwaitNormalMode(nowMilliseconds);
        }

        private void AwaitNormalMode(long nowMilliseconds)
        {
            if ((_chip.Read(Mcp2515Registers.CanStatus) & Mcp2515Registers.ModeMask) == Mcp2515Registers.ModeNormal)
            {
                _step = Mcp2515StartUpStep.Done;
            }
            else if (nowMilliseconds >= _dueMilliseconds)
            {
                Fail(Mcp2515Problems.NoNormalMode);
            }
        }

        // Masks and filters hold anything after power-up, so all of them are written.
        private void Configure(bool acceptsEverything)
        {
            _chip.Write(Mcp2515Registers.Cnf3, _timing.Cnf3);
            _chip.Write(Mcp2515Registers.Cnf2, _timing.Cnf2);
            _chip.Write(Mcp2515Registers.Cnf1, _timing.Cnf1);
            int mask = acceptsEverything ? 0 : (int)CanFrame.StandardIdMax;
            int id = acceptsEverything ? 0 : _settings.AcceptedId;
            _chip.WriteFilter(Mcp2515Registers.Mask0, mask, false);
            _chip.WriteFilter(Mcp2515Registers.Mask1, mask, false);

            // A filter is for 11 or for 29 bits. Switching the filters off instead (RXM = 3) would let halves of broken frames through.
            _chip.WriteFilter(Mcp2515Registers.Filter0, id, false);
            _chip.WriteFilter(Mcp2515Registers.Filter1, id, acceptsEverything);
            _chip.WriteFilter(Mcp2515Registers.Filter2, id, false);
            _chip.WriteFilter(Mcp2515Registers.Filter3, id, acceptsEverything);
            _chip.WriteFilter(Mcp2515Registers.Filter4, id, false);
            _chip.WriteFilter(Mcp2515Registers.Filter5, id, acceptsEverything);
            _chip.Write(Mcp2515Registers.ReceiveControl0, Mcp2515Registers.Rollover);
            _chip.Write(Mcp2515Registers.ReceiveControl1, 0);
            _chip.Write(Mcp2515Registers.InterruptFlags, 0);
            _chip.Write(Mcp2515Registers.InterruptEnable, Interrupts);
        }

        private void Go(Mcp2515StartUpStep step, long dueMilliseconds)
        {
            _step = step;
            _dueMilliseconds = dueMilliseconds;
        }

        private void Fail(string fault)
        {
            _fault = fault;
            _step = Mcp2515StartUpStep.Idle;
        }
    }
}
