using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Stack
{
    /// <summary>The batteries in parallel: who carries how much current, and what the master claims for all of them.</summary>
    public sealed class BatteryBank
    {
        /// <summary>Time between two steps of the model, ms.</summary>
        public const int StepMilliseconds = 1000;

        private readonly BatteryProfile _profile;
        private readonly BatteryModule[] _modules;
        private readonly BankReport _report = new BankReport();
        private readonly int _chargeVoltageLimitMillivolts;
        private readonly int _dischargeVoltageLimitMillivolts;
        private long _stepStartMilliseconds;
        private long _nextStepMilliseconds;
        private long _currentSinceMilliseconds;
        private long _chargeMilliampMilliseconds;
        private int _currentMilliamps;
        private float _voltageMillivolts;

        /// <summary>Makes a correctly numbered bank. The size must be allowed (<see cref="BankRules.FindFault"/>).</summary>
        public BatteryBank(BatteryProfile profile, int batteryCount)
        {
            _profile = profile;
            _chargeVoltageLimitMillivolts = profile.NumberOf(ProfileKey.ChargeVoltageLimitMillivolts);
            _dischargeVoltageLimitMillivolts = profile.NumberOf(ProfileKey.DischargeVoltageLimitMillivolts);
            OcvCurve curve = OcvCurve.CreateLfp();
            _modules = new BatteryModule[batteryCount];
            for (int index = 0; index < batteryCount; index++)
            {
                int address = BankRules.AddressOf(profile, index);
                BatteryModule module = new BatteryModule(profile, curve);
                module.DipSwitch.Set(address);
                module.AssignAddress(address);
                _modules[index] = module;
            }
        }

        /// <summary>Product of all batteries.</summary>
        public BatteryProfile Profile { get { return _profile; } }

        /// <summary>Number of batteries wired up, whether or not they answer.</summary>
        public int Count { get { return _modules.Length; } }

        /// <summary>What the master claims at present.</summary>
        public BankReport Report { get { return _report; } }

        /// <summary>Current at the bank's terminals, mA, charging positive, as last set.</summary>
        public int CurrentMilliamps { get { return _currentMilliamps; } }

        /// <summary>Voltage at the bank's terminals at the last step, mV.</summary>
        public int VoltageMillivolts { get { return (int)(_voltageMillivolts + 0.5f); } }

        /// <summary>Time of the next step, ms.</summary>
        public long NextEventMilliseconds { get { return _nextStepMilliseconds; } }

        /// <summary>One battery.</summary>
        /// <param name="index">0 to <see cref="Count"/> - 1; 0 is the battery at the inverter's end of the chain.</param>
        public BatteryModule ModuleAt(int index)
        {
            return _modules[index];
        }

        /// <summary>Sets the current at the bank's terminals from now on.</summary>
        /// <param name="milliamps">mA, charging positive.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        public void SetCurrent(int milliamps, long nowMilliseconds)
        {
            CountCharge(nowMilliseconds);
            _currentMilliamps = milliamps;
        }

        /// <summary>Does the step that is due at <paramref name="nowMilliseconds"/>.</summary>
        public void Run(long nowMilliseconds)
        {
            CountCharge(nowMilliseconds);
            int elapsed = (int)(nowMilliseconds - _stepStartMilliseconds);
            if (elapsed > 0)
            {
                MoveCharge();
            }

            ShareCurrent();
            Aggregate();
            _stepStartMilliseconds = nowMilliseconds;
            _nextStepMilliseconds = nowMilliseconds + StepMilliseconds;
        }

        private void CountCharge(long nowMilliseconds)
        {
            _chargeMilliampMilliseconds += _currentMilliamps * (nowMilliseconds - _currentSinceMilliseconds);
            _currentSinceMilliseconds = nowMilliseconds;
        }

        // Equal batteries share equally; what is left over by the division goes to the master, so that no charge is lost.
        private void MoveCharge()
        {
            long share = _chargeMilliampMilliseconds / _modules.Length;
            for (int index = 1; index < _modules.Length; index++)
            {
                _modules[index].AddCharge(share);
            }

            _modules[0].AddCharge(_chargeMilliampMilliseconds - (share * (_modules.Length - 1)));
            _chargeMilliampMilliseconds = 0;
        }

        private void ShareCurrent()
        {
            float voltage = 0f;
            int share = _currentMilliamps / _modules.Length;
            for (int index = 0; index < _modules.Length; index++)
            {
                BatteryModule module = _modules[index];
                module.CurrentMilliamps = share;
                voltage += module.OpenCircuitMillivolts + (share * module.ResistanceMilliohms / 1000f);
            }

            _voltageMillivolts = voltage / _modules.Length;
        }

        private void Aggregate()
        {
            int chargeLimit = 0;
            int dischargeLimit = 0;
            int soc = 0;
            int soh = 0;
            int temperature = 0;
            int capacity = 0;
            for (int index = 0; index < _modules.Length; index++)
            {
                BatteryModule module = _modules[index];
                chargeLimit += module.ChargeCurrentLimitMilliamps;
                dischargeLimit += module.DischargeCurrentLimitMilliamps;
                soc += module.SocPermille;
                soh += module.SohPermille;
                temperature += module.TemperatureDecidegrees;
                capacity += module.CapacityMilliampereHours;
            }

            int count = _modules.Length;
            BankReport report = _report;
            report.ChargeVoltageLimitMillivolts = _chargeVoltageLimitMillivolts;
            report.DischargeVoltageLimitMillivolts = _dischargeVoltageLimitMillivolts;
            report.ChargeCurrentLimitMilliamps = chargeLimit;
            report.DischargeCurrentLimitMilliamps = dischargeLimit;
            report.ChargeEnabled = chargeLimit > 0;
            report.DischargeEnabled = dischargeLimit > 0;
            report.SocPermille = soc / count;
            report.SohPermille = soh / count;
            report.VoltageMillivolts = VoltageMillivolts;
            report.CurrentMilliamps = _currentMilliamps;
            report.TemperatureDecidegrees = temperature / count;
            report.ModulesOnline = count;
            report.CapacityMilliampereHours = capacity;
            report.ManufacturerName = _profile.TextOf(ProfileKey.ManufacturerName);
        }
    }
}
