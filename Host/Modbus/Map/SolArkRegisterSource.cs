using System.Collections.Generic;
using BatterySim.Host.Inverter;
using BatterySim.Host.Modbus.Server;

namespace BatterySim.Host.Modbus.Map
{
    /// <summary>Keeps the registers of a virtual Sol-Ark up to date; runs on the thread of the simulation.</summary>
    public sealed class SolArkRegisterSource
    {
        private const int PeriodMilliseconds = 100;

        private readonly SolArkFacts _facts;
        private long _nextMilliseconds;

        /// <summary>Makes the registers of an inverter.</summary>
        public SolArkRegisterSource(VirtualSolArk inverter, SolArkModbusQuirks? quirks = null, int unit = 1)
        {
            _facts = new SolArkFacts(inverter, quirks ?? new SolArkModbusQuirks(), new EnergyCounters(), unit);
            Image = new RegisterImage(WritableAddresses());
            Update();
        }

        /// <summary>What a server reads.</summary>
        public RegisterImage Image { get; }

        /// <summary>Updates the registers if 100 ms have passed since the last time.</summary>
        public void Run()
        {
            if (_facts.Inverter.NowMilliseconds >= _nextMilliseconds)
            {
                Update();
            }
        }

        /// <summary>Updates the registers.</summary>
        public void Update()
        {
            _nextMilliseconds = _facts.Inverter.NowMilliseconds + PeriodMilliseconds;
            ConsumeWrites();
            _facts.Energy.Run(_facts.Inverter);
            Image.Publish(Words(_facts));
        }

        /// <summary>The registers of an inverter at this moment.</summary>
        public static ushort[] Words(SolArkFacts facts)
        {
            ushort[] words = new ushort[SolArkRegisters.Count];
            foreach (RegisterRow row in SolArkRegisters.Rows)
            {
                if (row.Value != null)
                {
                    row.Encode(row.Value(facts), words);
                }
            }

            return words;
        }

        private static IEnumerable<int> WritableAddresses()
        {
            foreach (RegisterRow row in SolArkRegisters.Rows)
            {
                if (row.Write != null)
                {
                    yield return row.Address;
                }
            }
        }

        // What would leave the settings with a fault is undone: a menu does not take it either.
        private void ConsumeWrites()
        {
            while (Image.TryConsumeWrite(out (int Address, ushort Value) write))
            {
                RegisterRow row = SolArkRegisters.Find(write.Address)!;
                long before = row.Value!(_facts);
                row.Write!(_facts.Settings, row.Decode(_ => write.Value));
                if (_facts.Settings.FindProblem() != null)
                {
                    row.Write(_facts.Settings, before);
                }
            }
        }
    }
}
