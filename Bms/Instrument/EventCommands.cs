using BatterySim.Bms.Can;

namespace BatterySim.Bms.Instrument
{
    /// <summary>EVENt: what happened, with the time since the start.</summary>
    internal static class EventCommands
    {
        private const int FlagsShift = 8;

        private static readonly string[] FlagNames =
        {
            " over-voltage", " under-voltage", " over-temperature", " under-temperature",
            " discharge over-current", " charge over-current", " system",
        };

        private static readonly string[] BusNames = { "error-active", "error-warning", "error-passive", "bus-off" };

        public static void Next(ScpiCall call)
        {
            EventLog log = call.Simulator.Events;
            if (call.IsChecking)
            {
                return;
            }

            if (log.Count == 0)
            {
                call.Answer().AddQuoted("");
                return;
            }

            Write(call, log, 0);
            log.RemoveFirst();
        }

        public static void All(ScpiCall call)
        {
            EventLog log = call.Simulator.Events;
            for (int place = 0; place < log.Count; place++)
            {
                Write(call, log, place);
            }

            if (log.Count == 0)
            {
                call.Answer().AddQuoted("");
            }
        }

        public static void Count(ScpiCall call)
        {
            call.AnswerNumber(call.Simulator.Events.Count, ScpiUnit.None);
        }

        public static void Clear(ScpiCall call)
        {
            if (call.EndSetting())
            {
                call.Simulator.Events.Clear();
            }
        }

        private static void Write(ScpiCall call, EventLog log, int place)
        {
            call.AnswerNumber(log.MillisecondsAt(place), ScpiUnit.Second);
            TextBuffer text = call.Answer();
            int subject = log.SubjectAt(place);
            text.Add('"');
            switch (log.KindAt(place))
            {
                case EventKind.Started: Put(text, "bank built, batteries: ", subject); break;
                case EventKind.BreakerClosed: Put(text, "breaker closed, battery ", subject + 1); break;
                case EventKind.BreakerOpened: Put(text, "breaker opened, battery ", subject + 1); break;
                case EventKind.Awake: Put(text, "awake, battery ", subject + 1); break;
                case EventKind.Starting: Put(text, "starting, battery ", subject + 1); break;
                case EventKind.Asleep: Put(text, "asleep, battery ", subject + 1); break;
                case EventKind.Off: Put(text, "off, battery ", subject + 1); break;
                case EventKind.Tripped: PutFlags(text, "protection tripped, battery ", subject); break;
                case EventKind.AlarmRaised: PutFlags(text, "alarm raised, battery ", subject); break;
                case EventKind.AlarmsGone: Put(text, "alarms over, battery ", subject + 1); break;
                case EventKind.Released: Put(text, "protections released, battery ", subject + 1); break;
                case EventKind.FollowerLost: Put(text, "follower lost, place ", subject + 1); break;
                case EventKind.FollowerBack: Put(text, "follower back, place ", subject + 1); break;
                case EventKind.LinkAlive: text.Add("inverter answers"); break;
                case EventKind.LinkLost: text.Add("inverter lost"); break;
                case EventKind.Speaking: Put(text, "speaks to the inverter, battery ", subject + 1); break;
                case EventKind.Silent: text.Add("no battery speaks to the inverter"); break;
                case EventKind.BusChanged:
                    text.Add("bus ");
                    text.Add(BusNames[subject <= (int)CanBusState.BusOff ? subject : 0]);
                    break;
                default:
                    text.Add(log.KindAt(place) == EventKind.FaultStarted ? "fault begins, " : "fault ends, ");
                    FaultCommands.WriteName(text, subject);
                    break;
            }

            text.Add('"');
        }

        private static void PutFlags(TextBuffer text, string words, int subject)
        {
            Put(text, words, (subject & ((1 << FlagsShift) - 1)) + 1);
            text.Add(':');
            for (int flag = 0; flag < FlagNames.Length; flag++)
            {
                if ((subject & (1 << (FlagsShift + flag))) != 0)
                {
                    text.Add(FlagNames[flag]);
                }
            }
        }

        private static void Put(TextBuffer text, string words, int number)
        {
            text.Add(words);
            text.AddNumber(number);
        }
    }
}
