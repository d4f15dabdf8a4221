using System.Collections.Generic;

namespace BatterySim.Host.Inverter
{
    /// <summary>The faults that stand, and how often each came.</summary>
    public sealed class InverterFaults
    {
        // Faults that lock the inverter out when they come too often, as bits.
        private const ulong Counted = 1UL << (int)InverterFault.BatteryOverCurrent | 1UL << (int)InverterFault.DcVoltageHigh
            | 1UL << (int)InverterFault.DcVoltageLow | 1UL << (int)InverterFault.DcFeedback;

        // A fault is the bit of its own number.
        private const int NumberCount = 64;

        // The order in which one is chosen to be named: the one that says most about the cause first.
        private static readonly InverterFault[] Order =
        [
            InverterFault.BmsCommunication,
            InverterFault.BatteryOverCurrent,
            InverterFault.DcVoltageHigh,
            InverterFault.DcVoltageLow,
            InverterFault.DcFeedback,
            InverterFault.BatteryBackup,
            InverterFault.ParallelCanBus,
            InverterFault.ParallelStop,
        ];

        private readonly int[] _counts = new int[NumberCount];
        private readonly int[] _stops = new int[NumberCount];
        private ulong _standing;

        /// <summary>Every fault that can come, in the order in which one is chosen to be named.</summary>
        public static IReadOnlyList<InverterFault> Known => Order;

        /// <summary>The fault that is named first; None if none stands.</summary>
        public InverterFault First { get; private set; }

        /// <summary>True while any stands.</summary>
        public bool Any => First != InverterFault.None;

        /// <summary>True while a fault stands that came more often than the inverter restarts by itself.</summary>
        public bool IsLockedOut { get; private set; }

        // Silence of the battery is looked at every five minutes without end (Discover 805-0038), and a parallel set starts when it is whole again.
        internal int SelfRestartsMax { get; set; } = int.MaxValue;

        /// <summary>Whether a fault stands.</summary>
        public bool Contains(InverterFault fault) => (_standing >> (int)fault & 1) != 0;

        /// <summary>Times that a fault came.</summary>
        public int CountOf(InverterFault fault) => _counts[(int)fault];

        internal void Set(InverterFault fault, bool stands)
        {
            if (Contains(fault) != stands)
            {
                Change(fault, stands);
            }
        }

        internal void Clear()
        {
            System.Array.Clear(_stops);
            IsLockedOut = false;
            foreach (InverterFault fault in Order)
            {
                Set(fault, false);
            }
        }

        private void Change(InverterFault fault, bool stands)
        {
            int number = (int)fault;
            bool isCounted = (Counted >> number & 1) != 0;
            if (isCounted && !stands && _stops[number] > SelfRestartsMax)
            {
                return;
            }

            _stops[number] += stands ? 1 : 0;
            IsLockedOut |= isCounted && stands && _stops[number] > SelfRestartsMax;
            _standing ^= 1UL << number;
            _counts[number] += stands ? 1 : 0;
            First = InverterFault.None;
            for (int other = Order.Length - 1; other >= 0; other--)
            {
                First = Contains(Order[other]) ? Order[other] : First;
            }
        }
    }
}
