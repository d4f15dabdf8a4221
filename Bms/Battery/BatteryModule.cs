using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Battery
{
    /// <summary>One battery of the bank: its switches, its charge, its voltage and what it allows.</summary>
    public sealed class BatteryModule
    {
        private const long MillisecondsPerHour = 3600000L;

        private readonly OcvCurve _curve;
        private readonly DipSwitch _dipSwitch;
        private readonly int _cellCount;
        private readonly int _chargeCurrentLimitMilliamps;
        private readonly int _dischargeCurrentLimitMilliamps;
        private readonly int _taperStartPermille;
        private readonly int _taperPercent;
        private readonly int _fullPercent;
        private readonly long _capacityMilliampMilliseconds;
        private readonly int _capacityMilliampereHours;
        private readonly float _resistanceMilliohms;
        private long _chargeMilliampMilliseconds;
        private int _currentMilliamps;
        private int _address;
        private readonly int _sohPermille = 1000;
        private readonly int _temperatureDecidegrees = 250;

        /// <summary>Makes a battery of a product at 50 % SOC.</summary>
        public BatteryModule(BatteryProfile profile, OcvCurve curve)
        {
            _curve = curve;
            _dipSwitch = new DipSwitch(
                profile.NumberOf(ProfileKey.AddressBits), profile.NumberOf(ProfileKey.AddressSwitchOneIsLeastSignificant) != 0);
            _cellCount = profile.NumberOf(ProfileKey.CellCount);
            _capacityMilliampereHours = profile.NumberOf(ProfileKey.CapacityMilliampereHours);
            _capacityMilliampMilliseconds = _capacityMilliampereHours * MillisecondsPerHour;
            _chargeCurrentLimitMilliamps = profile.NumberOf(ProfileKey.ChargeCurrentLimitMilliamps);
            _dischargeCurrentLimitMilliamps = profile.NumberOf(ProfileKey.DischargeCurrentLimitMilliamps);
            _taperStartPermille = profile.NumberOf(ProfileKey.ChargeTaperStartPermille);
            _taperPercent = profile.NumberOf(ProfileKey.ChargeTaperPercent);
            _fullPercent = profile.NumberOf(ProfileKey.ChargeFullPercent);

            // 10 milliohms for 100 Ah: what Discover tells installers to enter into a Sol-Ark for one battery.
            _resistanceMilliohms = 10f * 100000f / _capacityMilliampereHours;
            SetSocPermille(500);
        }

        /// <summary>Address switches.</summary>
        public DipSwitch DipSwitch { get { return _dipSwitch; } }

        /// <summary>Address that the BMS took when it started.</summary>
        public int Address { get { return _address; } }

        /// <summary>Cells in series.</summary>
        public int CellCount { get { return _cellCount; } }

        /// <summary>Capacity, mAh.</summary>
        public int CapacityMilliampereHours { get { return _capacityMilliampereHours; } }

        /// <summary>Series resistance of the battery, milliohms.</summary>
        public float ResistanceMilliohms { get { return _resistanceMilliohms; } }

        /// <summary>State of charge, 0 to 1000 permille.</summary>
        public int SocPermille { get { return (int)(_chargeMilliampMilliseconds * 1000 / _capacityMilliampMilliseconds); } }

        /// <summary>State of health, 0 to 1000 permille.</summary>
        public int SohPermille { get { return _sohPermille; } }

        /// <summary>Current, mA, charging positive.</summary>
        public int CurrentMilliamps { get { return _currentMilliamps; } set { _currentMilliamps = value; } }

        /// <summary>Mean cell temperature, 0.1 degree Celsius.</summary>
        public int TemperatureDecidegrees { get { return _temperatureDecidegrees; } }

        /// <summary>Rest voltage of the battery, mV.</summary>
        public float OpenCircuitMillivolts
        {
            get { return _curve.MillivoltsAt((float)_chargeMilliampMilliseconds / _capacityMilliampMilliseconds) * _cellCount; }
        }

        /// <summary>CCL of this battery, mA.</summary>
        public int ChargeCurrentLimitMilliamps
        {
            get
            {
                int soc = SocPermille;
                int percent = soc >= 1000 ? _fullPercent : soc > _taperStartPermille ? _taperPercent : 100;
                return _chargeCurrentLimitMilliamps / 100 * percent;
            }
        }

        /// <summary>DCL of this battery, mA.</summary>
        public int DischargeCurrentLimitMilliamps { get { return SocPermille <= 0 ? 0 : _dischargeCurrentLimitMilliamps; } }

        /// <summary>Reads the switches, as the BMS does when it starts.</summary>
        public void LatchAddress()
        {
            _address = _dipSwitch.Value;
        }

        /// <summary>Gives the battery an address, as a self-numbering chain does.</summary>
        public void AssignAddress(int address)
        {
            _address = address;
        }

        /// <summary>Sets the state of charge, 0 to 1000 permille.</summary>
        public void SetSocPermille(int permille)
        {
            int clamped = permille < 0 ? 0 : permille > 1000 ? 1000 : permille;
            _chargeMilliampMilliseconds = _capacityMilliampMilliseconds / 1000 * clamped;
        }

        /// <summary>Moves charge into the battery (out of it if negative); what does not fit is lost.</summary>
        public void AddCharge(long milliampMilliseconds)
        {
            long charge = _chargeMilliampMilliseconds + milliampMilliseconds;
            _chargeMilliampMilliseconds = charge < 0 ? 0 : charge > _capacityMilliampMilliseconds ? _capacityMilliampMilliseconds : charge;
        }
    }
}
