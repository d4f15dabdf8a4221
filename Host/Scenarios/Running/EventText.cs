using System.Globalization;
using BatterySim.Bms;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Says in words what the bank notes of itself.</summary>
    internal static class EventText
    {
        /// <summary>The words for an event.</summary>
        public static string Of(EventKind kind, int subject)
        {
            string battery = "battery " + (subject + 1).ToString(CultureInfo.InvariantCulture);
            return kind switch
            {
                EventKind.Started => "bank built, batteries: " + subject.ToString(CultureInfo.InvariantCulture),
                EventKind.BreakerClosed => battery + ": breaker closed",
                EventKind.BreakerOpened => battery + ": breaker opened",
                EventKind.Awake => battery + " is awake",
                EventKind.Starting => battery + " starts",
                EventKind.Asleep => battery + " is asleep",
                EventKind.Off => battery + " is off",
                EventKind.Tripped => battery + ": a protection trips",
                EventKind.Released => battery + ": protections released",
                EventKind.FollowerLost => "the master hears " + battery + " no more",
                EventKind.FollowerBack => "the master hears " + battery + " again",
                EventKind.LinkAlive => "the inverter answers",
                EventKind.LinkLost => "no 0x305 for 10 s",
                EventKind.FaultStarted => "a fault begins",
                EventKind.FaultEnded => "a fault ends",
                EventKind.Speaking => battery + " speaks to the inverter",
                EventKind.Silent => "no battery speaks to the inverter",
                EventKind.BusChanged => "bus " + Observing.Observables.Find(Observing.Observables.Bus, "state")!.Kind
                    .Format(Observing.Observed.Of((long)(CanBusState)subject)),
                _ => kind.ToString(),
            };
        }
    }
}
