using System;
using System.Collections.Generic;
using System.Globalization;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.Inverter;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>A virtual Sol-Ark of which nothing is seen but registers and frames, in simulated time.</summary>
    internal sealed class VirtualCertificationBench : ICertificationBench
    {
        private readonly Func<InverterSettings> _createSettings;
        private readonly List<FrameRecord> _frames = [];
        private TwinSession? _twin;
        private SolArkRegisterSource? _registers;

        /// <summary>Makes a bench.</summary>
        /// <param name="createSettings">The inverter's settings and quirks, which the probes do not know.</param>
        public VirtualCertificationBench(Func<InverterSettings> createSettings)
        {
            _createSettings = createSettings;
        }

        /// <inheritdoc/>
        public long NowMilliseconds => _twin?.NowMilliseconds ?? 0;

        /// <inheritdoc/>
        public IReadOnlyList<FrameRecord> Frames => _frames;

        /// <inheritdoc/>
        public long ReadMilliseconds => NowMilliseconds;

        /// <inheritdoc/>
        public long ReadStartMilliseconds => NowMilliseconds;

        /// <inheritdoc/>
        public int ResolutionMilliseconds => 100;

        /// <inheritdoc/>
        public int FrameErrorMilliseconds => 0;

        /// <inheritdoc/>
        public int? BankMilliamps => _twin!.Simulator.Bank.CurrentMilliamps;

        /// <inheritdoc/>
        public string? Begin(ProbeConditions conditions)
        {
            InverterSettings settings = _createSettings();
            settings.GridPresent = conditions.HasGrid;
            settings.SolarWatts = conditions.SolarWatts;
            settings.LoadWatts = conditions.LoadWatts;
            settings.TimeOfDayMinutes = conditions.TimeOfDayMinutes >= 0 ? conditions.TimeOfDayMinutes : settings.TimeOfDayMinutes;
            if (conditions.OwnVoltageMillivolts > 0)
            {
                settings.AbsorptionMillivolts = conditions.OwnVoltageMillivolts;
                settings.FloatMillivolts = conditions.OwnVoltageMillivolts;
            }

            var options = new TwinOptions { Inverter = settings };
            options.Bank.Profile = ProfileCatalogue.Create(ProfileCatalogue.DefaultName);
            options.Bank.BatteryCount = 2;
            options.Bank.SocPermille = conditions.SocPercent * 10;
            _frames.Clear();
            _twin = new TwinSession(options);
            _twin.Simulator.Instrument.Host = new TwinInstrumentHost(_twin, null);
            _registers = new SolArkRegisterSource(_twin.Inverter!);
            _twin.Stepped += _ => _registers.Run();
            _twin.Bus.FrameCompleted += Record;
            if (conditions.IsBankSilent)
            {
                Do("OUTP OFF");
            }

            return null;
        }

        /// <inheritdoc/>
        public void Do(string line)
        {
            Simulator simulator = _twin!.Simulator;
            simulator.Instrument.Errors.Clear();
            simulator.Execute(line);
            if (simulator.Instrument.Errors.Count > 0)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"the instrument refuses '{line}'"));
            }
        }

        /// <inheritdoc/>
        public void Wait(int milliseconds) => _twin!.AdvanceTo(_twin.NowMilliseconds + milliseconds);

        /// <inheritdoc/>
        public void Settle()
        {
            // Registers are made at the moment of the read.
        }

        /// <inheritdoc/>
        public InverterReading Read()
        {
            ushort[] words = new ushort[SolArkRegisters.Count];
            _registers!.Update();
            _registers.Image.Read(0, words);
            return new InverterReading(0, 0, words);
        }

        /// <inheritdoc/>
        public void Dispose()
        {
        }

        private void Record(long microseconds, VirtualBusNode sender, CanFrame frame) => _frames.Add(FrameRecord.Of(microseconds, frame));
    }
}
