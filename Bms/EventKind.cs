namespace BatterySim.Bms
{
    /// <summary>What the event log notes. The subject is a battery (0 for the first) unless said otherwise.</summary>
    public enum EventKind
    {
        /// <summary>The simulator was started, or the bank built anew; the subject is the number of batteries.</summary>
        Started = 0,

        /// <summary>A breaker was closed.</summary>
        BreakerClosed = 1,

        /// <summary>A breaker was opened.</summary>
        BreakerOpened = 2,

        /// <summary>A battery is awake; the subject is the battery and, from bit 8 on, a <see cref="Battery.PowerCause"/>.</summary>
        Awake = 3,

        /// <summary>A battery starts; the subject is the battery and, from bit 8 on, a <see cref="Battery.PowerCause"/>.</summary>
        Starting = 4,

        /// <summary>A battery fell asleep; the subject is the battery and, from bit 8 on, a <see cref="Battery.PowerCause"/>.</summary>
        Asleep = 5,

        /// <summary>A battery is off; the subject is the battery and, from bit 8 on, a <see cref="Battery.PowerCause"/>.</summary>
        Off = 6,

        /// <summary>A protection acted; the subject is the battery and, from bit 8 on, what acted, bits of <see cref="BmsFlags"/>.</summary>
        Tripped = 7,

        /// <summary>No protection of a battery holds any more.</summary>
        Released = 8,

        /// <summary>The master receives no answer from a battery any more; the subject is its place in the numbering.</summary>
        FollowerLost = 9,

        /// <summary>The master receives answers from a lost battery again; the subject is its place in the numbering.</summary>
        FollowerBack = 10,

        /// <summary>The first 0x305 was received, or one after a loss; no subject.</summary>
        LinkAlive = 11,

        /// <summary>No 0x305 for 10 s; no subject.</summary>
        LinkLost = 12,

        /// <summary>A fault began; the subject is its place in the plan.</summary>
        FaultStarted = 13,

        /// <summary>A fault ended; the subject is its place in the plan.</summary>
        FaultEnded = 14,

        /// <summary>A battery began to speak to the inverter.</summary>
        Speaking = 15,

        /// <summary>No battery speaks to the inverter any more; no subject.</summary>
        Silent = 16,

        /// <summary>The bus has another state; the subject is a <see cref="Can.CanBusState"/>.</summary>
        BusChanged = 17,

        /// <summary>An alarm was raised; the subject is the battery and, from bit 8 on, the new alarms, bits of <see cref="BmsFlags"/>.</summary>
        AlarmRaised = 18,

        /// <summary>No alarm of a battery stands any more.</summary>
        AlarmsGone = 19,

        /// <summary>A battery keeps its FETs open, since its voltage is too far from that of the others.</summary>
        JoinRefused = 20,

        /// <summary>A battery that had refused joins the others.</summary>
        Joined = 21,
    }
}
