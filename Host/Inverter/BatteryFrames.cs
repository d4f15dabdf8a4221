using System;

namespace BatterySim.Host.Inverter
{
    /// <summary>A set of a battery's frames.</summary>
    [Flags]
    public enum BatteryFrames
    {
        /// <summary>No frame.</summary>
        None = 0,

        /// <summary>0x351, limits.</summary>
        Limits = 1 << 0,

        /// <summary>0x355, state of charge and of health.</summary>
        State = 1 << 1,

        /// <summary>0x356, measurements.</summary>
        Measurements = 1 << 2,

        /// <summary>0x359, or 0x35A in its place: alarms.</summary>
        Alarms = 1 << 3,

        /// <summary>0x35C, requests.</summary>
        Requests = 1 << 4,

        /// <summary>0x35E, name.</summary>
        Name = 1 << 5,

        /// <summary>0x379, or 0x35F in its place: capacity.</summary>
        Capacity = 1 << 6,

        /// <summary>The least that a bank sends in the field: 0x351, 0x355, 0x356.</summary>
        Least = Limits | State | Measurements,

        /// <summary>All of Sol-Ark's paper.</summary>
        All = Least | Alarms | Requests | Name | Capacity,
    }
}
