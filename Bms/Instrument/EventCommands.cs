using BatterySim.Bms.Can;

namespace BatterySim.Bms.Instrument
{
    /// <summary>EVENt: what happened, with the time since the start.</summary>
    internal static class EventCommands
    {
        private const int FlagsShift = 8;

        // Words without a capital have one form only, the whole word.
        private const int FlagCount = 7;
        private const string FlagWords =
            "over-voltage|under-voltage|over-temperature|under-temperature|discharge over-current|charge over-current|system";

        private const string CauseWords =
            "unpacked|in service|reset pressed|reset held|reset held long|breaker closed|ready|supply lost|low at rest|deep discharge";

        private const string BusWords = "error-active|error-warning|error-passive|bus-off";

        /// <summary>Carries out a command of the group.</summary>
        public static void Run(ScpiCall call)
        {
            switch (call.Command)
            {
                case CommandId.NextEvent: Next(call); break;
                case CommandId.AllEvents: All(call); break;
                case CommandId.EventCount: Count(call); break;
                default: Clear(call); break;
            }
        }

        private static void Next(ScpiCall call)
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

        private static void All(ScpiCall call)
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

        private static void Count(ScpiCall call)
        {
            call.AnswerNumber(call.Simulator.Events.Count, ScpiUnit.None);
        }

        private static void Clear(ScpiCall call)
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
                case EventKind.Awake: PutCause(text, "awake, battery ", subject); break;
                case EventKind.Starting: PutCause(text, "starting, battery ", subject); break;
                case EventKind.Asleep: PutCause(text, "asleep, battery ", subject); break;
                case EventKind.Off: PutCause(text, "off, battery ", subject); break;
                case EventKind.Tripped: PutFlags(text, "protection tripped, battery ", subject); break;
                case EventKind.AlarmRaised: PutFlags(text, "alarm raised, battery ", subject); break;
                case EventKind.AlarmsGone: Put(text, "alarms over, battery ", subject + 1); break;
                case EventKind.JoinRefused: Put(text, "refuses to join, battery ", subject + 1); break;
                case EventKind.Joined: Put(text, "joins, battery ", subject + 1); break;
                case EventKind.Released: Put(text, "protections released, battery ", subject + 1); break;
                case EventKind.FollowerLost: Put(text, "follower lost, place ", subject + 1); break;
                case EventKind.FollowerBack: Put(text, "follower back, place ", subject + 1); break;
                case EventKind.LinkAlive: text.Add("inverter answers"); break;
                case EventKind.LinkLost: text.Add("inverter lost"); break;
                case EventKind.Speaking: Put(text, "speaks to the inverter, battery ", subject + 1); break;
                case EventKind.Silent: text.Add("no battery speaks to the inverter"); break;
                case EventKind.BusChanged:
                    text.Add("bus ");
                    WordList.WriteShort(text, BusWords, subject <= (int)CanBusState.BusOff ? subject : 0);
                    break;
                default:
                    text.Add(log.KindAt(place) == EventKind.FaultStarted ? "fault begins, " : "fault ends, ");
                    FaultCommands.WriteName(text, subject);
                    break;
            }

            text.Add('"');
        }

        private static void PutCause(TextBuffer text, string words, int subject)
        {
            Put(text, words, (subject & ((1 << FlagsShift) - 1)) + 1);
            text.Add(": ");
            WordList.WriteShort(text, CauseWords, subject >> FlagsShift);
        }

        private static void PutFlags(TextBuffer text, string words, int subject)
        {
            Put(text, words, (subject & ((1 << FlagsShift) - 1)) + 1);
            text.Add(':');
            for (int flag = 0; flag < FlagCount; flag++)
            {
                if ((subject & (1 << (FlagsShift + flag))) != 0)
                {
                    text.Add(' ');
                    WordList.WriteShort(text, FlagWords, flag);
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
