using System;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace BatterySim.Host.Inverter
{
    /// <summary>What the inverter received from the battery: what its Li-Batt Info screen would show, and a little more.</summary>
    /// <remarks>Unknown until received; then held until it is switched off: a Sol-Ark goes on with the last values (Discover 805-0038).</remarks>
    public sealed class BmsData
    {
        private const int FrameKinds = 7;

        private readonly InverterQuirks _quirks;
        private readonly long[] _receivedMilliseconds = new long[FrameKinds];
        private ulong _nameBytes;

        internal BmsData(InverterQuirks quirks)
        {
            _quirks = quirks;
            Forget();
        }

        /// <summary>CVL, mV.</summary>
        public ReceivedValue ChargeVoltageLimitMillivolts { get; } = new();

        /// <summary>CCL, mA; negative only if the bank sent it so.</summary>
        public ReceivedValue ChargeCurrentLimitMilliamps { get; } = new();

        /// <summary>DCL, mA; negative only if the bank sent it so.</summary>
        public ReceivedValue DischargeCurrentLimitMilliamps { get; } = new();

        /// <summary>DVL, mV; a bank that sends 0x351 with six bytes never says it.</summary>
        public ReceivedValue DischargeVoltageLimitMillivolts { get; } = new();

        /// <summary>SOC, permille.</summary>
        public ReceivedValue SocPermille { get; } = new();

        /// <summary>SOH, permille.</summary>
        public ReceivedValue SohPermille { get; } = new();

        /// <summary>Voltage of the bank, mV, read in the scale that the inverter is set to.</summary>
        public ReceivedValue VoltageMillivolts { get; } = new();

        /// <summary>Current of the bank, mA, charging positive, read with the sign that the inverter is set to.</summary>
        public ReceivedValue CurrentMilliamps { get; } = new();

        /// <summary>Temperature, 0.1 degree Celsius.</summary>
        public ReceivedValue TemperatureDecidegrees { get; } = new();

        /// <summary>Batteries in the bank.</summary>
        public ReceivedValue ModulesOnline { get; } = new();

        /// <summary>Protections that have acted, bits of <see cref="BatterySim.Bms.BmsFlags"/>.</summary>
        public ReceivedValue Protections { get; } = new();

        /// <summary>Alarms that stand, bits of <see cref="BatterySim.Bms.BmsFlags"/>.</summary>
        public ReceivedValue Alarms { get; } = new();

        /// <summary>Bytes 0 to 3 of 0x359 or 0x35A as they came, the first the most significant: the codes that the screen shows.</summary>
        public ReceivedValue AlarmCode { get; } = new();

        /// <summary>0x35C byte 0, bits of <see cref="RequestBits"/>.</summary>
        public ReceivedValue Requests { get; } = new();

        /// <summary>Capacity of the bank, mAh.</summary>
        public ReceivedValue CapacityMilliampereHours { get; } = new();

        /// <summary>Manufacturer name without trailing blanks; empty until received.</summary>
        public string Name { get; private set; } = "";

        /// <summary>True if the bank lets itself be charged; a bank that never sends 0x35C is not thereby forbidden.</summary>
        public bool ChargeEnabled => Allows(RequestBits.ChargeEnable);

        /// <summary>True if the bank lets itself be discharged; a bank that never sends 0x35C is not thereby forbidden.</summary>
        public bool DischargeEnabled => Allows(RequestBits.DischargeEnable);

        /// <summary>True if the bank asks to be charged at once, by the bit that the inverter takes for it.</summary>
        public bool ForceChargeRequested => (Requests.Value & ForceChargeMask) != 0;

        /// <summary>True if the bank asks for a full charge.</summary>
        public bool FullChargeRequested => (Requests.Value & RequestBits.FullCharge) != 0;

        /// <summary>Frames that were received at least once.</summary>
        public BatteryFrames ReceivedFrames { get; private set; }

        /// <summary>Grows with every frame that says something new, and when everything is forgotten.</summary>
        internal long ChangeCount { get; private set; }

        /// <summary>True when every frame was received that the inverter insists on.</summary>
        public bool IsSufficient => (_quirks.MandatoryFrames & ~ReceivedFrames) == BatteryFrames.None;

        private int ForceChargeMask => _quirks.ForceChargeBit switch
        {
            ForceChargeBits.Bit4 => RequestBits.ForceChargeBit4,
            ForceChargeBits.Bit5 => RequestBits.ForceChargeBit5,
            _ => RequestBits.ForceChargeBit4 | RequestBits.ForceChargeBit5,
        };

        internal void OnReceived(BatteryFrames frame, long nowMilliseconds)
        {
            ChangeCount++;
            ReceivedFrames |= frame;
            _receivedMilliseconds[BitOperations.Log2((uint)frame)] = nowMilliseconds;
        }

        // As the other one for a frame that says what the last one did; false if that was forgotten since.
        internal bool OnRepeated(BatteryFrames frame, long nowMilliseconds)
        {
            if ((ReceivedFrames & frame) == 0)
            {
                return false;
            }

            _receivedMilliseconds[BitOperations.Log2((uint)frame)] = nowMilliseconds;
            return true;
        }

        // Time at which the most silent of some frames was last received; -1 for never.
        internal long LongestSilentSince(BatteryFrames frames)
        {
            long oldest = long.MaxValue;
            for (int kind = 0; kind < FrameKinds; kind++)
            {
                oldest = ((int)frames & (1 << kind)) != 0 ? Math.Min(oldest, _receivedMilliseconds[kind]) : oldest;
            }

            return oldest;
        }

        internal void Forget()
        {
            ChangeCount++;
            ReceivedFrames = BatteryFrames.None;
            Array.Fill(_receivedMilliseconds, -1);
            ChargeVoltageLimitMillivolts.Forget();
            ChargeCurrentLimitMilliamps.Forget();
            DischargeCurrentLimitMilliamps.Forget();
            DischargeVoltageLimitMillivolts.Forget();
            SocPermille.Forget();
            SohPermille.Forget();
            VoltageMillivolts.Forget();
            CurrentMilliamps.Forget();
            TemperatureDecidegrees.Forget();
            ModulesOnline.Forget();
            Protections.Forget();
            Alarms.Forget();
            AlarmCode.Forget();
            Requests.Forget();
            CapacityMilliampereHours.Forget();
            _nameBytes = 0;
            Name = "";
        }

        // The text is made anew only when the bytes change, so that hearing a name every second allocates nothing.
        internal void OnName(byte[] data, int length)
        {
            ulong bytes = BinaryPrimitives.ReadUInt64BigEndian(data);
            if (bytes != _nameBytes)
            {
                _nameBytes = bytes;
                Name = Encoding.Latin1.GetString(data, 0, length).TrimEnd(' ', '\0');
            }
        }

        private bool Allows(int bit) => !Requests.IsKnown || (Requests.Value & bit) != 0;
    }
}
