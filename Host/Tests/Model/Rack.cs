using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>A rack of batteries with a person in front of it: switches, breakers, RST, cables and load; the bus is read byte by byte.</summary>
    /// <remarks>Batteries are numbered from 1, as on the labels of a rack: battery 1 is where the inverter's cable is.</remarks>
    internal sealed class Rack
    {
        private readonly List<BusFrame> _frames = [];

        public Rack(
            int batteries = 1, string profile = ProfileCatalogue.DefaultName, bool awake = true, int soc = 500, InverterSettings? inverter = null)
            : this(ProfileCatalogue.Create(profile), batteries, awake, soc, inverter)
        {
        }

        public Rack(BatteryProfile profile, int batteries = 1, bool awake = true, int soc = 500, InverterSettings? inverter = null)
        {
            var options = new TwinOptions { Inverter = inverter };
            options.Bank.Profile = profile;
            options.Bank.BatteryCount = batteries;
            options.Bank.StartsAwake = awake;
            options.Bank.SocPermille = soc;
            Session = new TwinSession(options);
            Session.Bus.FrameCompleted += (microseconds, sender, frame) =>
                _frames.Add(new BusFrame((microseconds + 999) / 1000, frame.Id, frame.Data[..frame.Length], sender == Session.BankNode));
        }

        public TwinSession Session { get; }

        public Simulator Bank => Session.Simulator;

        public VirtualSolArk Inverter => Session.Inverter!;

        public long Now => Session.NowMilliseconds;

        public IEnumerable<BusFrame> Sent => _frames.Where(frame => frame.IsFromBank);

        /// <summary>Modules online, 0x359 byte 4.</summary>
        public int ModulesOnWire => LastOf(0x359)[4];

        /// <summary>Protection bytes 0 and 1 of 0x359.</summary>
        public int ProtectionsOnWire => LastOf(0x359)[0] | (LastOf(0x359)[1] << 8);

        /// <summary>Alarm bytes 2 and 3 of 0x359.</summary>
        public int AlarmsOnWire => LastOf(0x359)[2] | (LastOf(0x359)[3] << 8);

        /// <summary>0x351 bytes 2 and 3, mA.</summary>
        public int ChargeLimitOnWire => S16(LastOf(0x351), 2) * 100;

        /// <summary>0x351 bytes 4 and 5, mA.</summary>
        public int DischargeLimitOnWire => S16(LastOf(0x351), 4) * 100;

        /// <summary>0x355 bytes 0 and 1, %.</summary>
        public int SocOnWire => S16(LastOf(0x355), 0);

        /// <summary>0x356 bytes 2 and 3, mA.</summary>
        public int CurrentOnWire => S16(LastOf(0x356), 2) * 100;

        /// <summary>0x356 bytes 0 and 1, mV.</summary>
        public int VoltageOnWire => S16(LastOf(0x356), 0) * 10;

        /// <summary>0x356 bytes 4 and 5, 0.1 degree.</summary>
        public int TemperatureOnWire => S16(LastOf(0x356), 4);

        public static int S16(byte[] data, int offset) => (short)(data[offset] | (data[offset + 1] << 8));

        public BatteryModule Battery(int number) => Bank.Bank.ModuleAt(number - 1);

        public void Wait(double seconds) => Session.AdvanceTo(Now + (long)Math.Round(seconds * 1000));

        /// <summary>What flows through some batteries in a row, mA.</summary>
        public int CurrentOf(int first, int last) => Enumerable.Range(first - 1, last - first + 1).Sum(Bank.Bank.CurrentOf);

        /// <summary>Resistance of cable, breaker and bus bar of a battery, ohms.</summary>
        public double ConnectionOhms(int battery) => Bank.Bank.ConnectionMicroohmsOf(battery - 1) / 1e6;

        /// <summary>Waits until something is so, looking every step.</summary>
        /// <returns>Simulated time that it took, ms.</returns>
        public long WaitUntil(Func<bool> isSo, double secondsMax, int stepMilliseconds = 100)
        {
            long start = Now;
            while (!isSo())
            {
                Xunit.Assert.True(Now - start < secondsMax * 1000, $"not so within {secondsMax} s");
                Session.AdvanceTo(Now + stepMilliseconds);
            }

            return Now - start;
        }

        /// <summary>Current into the terminals from a bench supply, A, charging positive.</summary>
        public void Current(double amps) => Bank.SetCurrent((int)Math.Round(amps * 1000));

        public void Dip(int battery, int value) => Battery(battery).DipSwitch.Set(value);

        public void Breaker(int battery, bool on) => Bank.SetBreaker(battery - 1, on);

        public void AllBreakers(bool on)
        {
            for (int battery = 1; battery <= Bank.Bank.Count; battery++)
            {
                Breaker(battery, on);
            }
        }

        public void PressReset(int battery, double seconds = 0.2)
        {
            Bank.PressReset(battery - 1);
            Wait(seconds);
            Bank.ReleaseReset(battery - 1);
        }

        /// <summary>Cable between a battery and the next one.</summary>
        public void Cable(int after, bool plugged)
        {
            Bank.Bank.Wiring.SetLink(after - 1, plugged);
            Bank.Refresh();
        }

        /// <summary>Cable from a battery's CAN port to the inverter.</summary>
        public void InverterCable(int battery, bool plugged)
        {
            Bank.SetInverterCable(battery - 1, plugged);
            Bank.Refresh();
        }

        public void Soc(int battery, int permille)
        {
            Battery(battery).SetSocPermille(permille);
            Bank.Refresh();
        }

        public void Temperature(int battery, int decidegrees)
        {
            Battery(battery).AmbientDecidegrees = decidegrees;
            Battery(battery).SetTemperature(decidegrees);
            Bank.Refresh();
        }

        public byte[] LastOf(uint id) => _frames.Last(frame => frame.IsFromBank && frame.Id == id).Data;

        public IEnumerable<BusFrame> SentSince(long milliseconds) => Sent.Where(frame => frame.Milliseconds > milliseconds);

        public void ForgetFrames() => _frames.Clear();
    }
}
