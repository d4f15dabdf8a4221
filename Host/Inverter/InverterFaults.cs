using System.Collections.Generic;

namespace BatterySim.Host.Inverter
{
    /// <summary>The faults that stand, and how often each came.</summary>
    public sealed class InverterFaults
    {
        // The order in which one is chosen to be named: the one that says most about the cause first. IndexOf follows it.
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

        private readonly bool[] _stands = new bool[Order.Length];
        private readonly int[] _counts = new int[Order.Length];
        private readonly int[] _stops = new int[Order.Length];

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
        public bool Contains(InverterFault fault) => _stands[IndexOf(fault)];

        /// <summary>Times that a fault came.</summary>
        public int CountOf(InverterFault fault) => _counts[IndexOf(fault)];

        internal void Set(InverterFault fault, bool stands)
        {
            int index = IndexOf(fault);
            bool isCounted = fault is InverterFault.BatteryOverCurrent or InverterFault.DcVoltageHigh or InverterFault.DcVoltageLow
                or InverterFault.DcFeedback;
            if (_stands[index] == stands || (isCounted && !stands && _stops[index] > SelfRestartsMax))
            {
                return;
            }

            _stops[index] += stands ? 1 : 0;
            IsLockedOut |= isCounted && stands && _stops[index] > SelfRestartsMax;

            _stands[index] = stands;
            _counts[index] += stands ? 1 : 0;
            First = InverterFault.None;
            for (int other = Order.Length - 1; other >= 0; other--)
            {
                First = _stands[other] ? Order[other] : First;
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

        // Asked for twenty times a simulated second: a search would be a tenth of the inverter's time.
        private static int IndexOf(InverterFault fault) => fault switch
        {
            InverterFault.BmsCommunication => 0,
            InverterFault.BatteryOverCurrent => 1,
            InverterFault.DcVoltageHigh => 2,
            InverterFault.DcVoltageLow => 3,
            InverterFault.DcFeedback => 4,
            InverterFault.BatteryBackup => 5,
            InverterFault.ParallelCanBus => 6,
            InverterFault.ParallelStop => 7,
            _ => -1,
        };
    }
}
