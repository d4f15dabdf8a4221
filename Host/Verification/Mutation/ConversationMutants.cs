using System.Collections.Generic;

namespace BatterySim.Host.Verification.Mutation
{
    /// <summary>Faults in how the bank talks: times, order, what it receives.</summary>
    internal static class ConversationMutants
    {
        private const string Schedule = "Bms/Protocol/FrameSchedule.cs";
        private const string Link = "Bms/Protocol/InverterLink.cs";

        public static IReadOnlyList<Mutant> All { get; } =
        [
            new("period-off", MutantKind.WrongTime, Schedule,
                """
                            else
                            {
                                ScheduleBurst(_periodStartMilliseconds + _dialect.PeriodMilliseconds);
                            }
                        }

                        [MethodImpl(Inline.Always)]
                        private void SendNextFrame
                """,
                """
                            else
                            {
                                ScheduleBurst(_periodStartMilliseconds + (_dialect.PeriodMilliseconds * 11 / 10));
                            }
                        }

                        [MethodImpl(Inline.Always)]
                        private void SendNextFrame
                """,
                "a burst every 1.1 s"),
            new("gap-lost", MutantKind.WrongTime, Schedule,
                "nowMilliseconds + _dialect.GapMilliseconds", "nowMilliseconds", "all frames of a burst at once"),
            new("last-frame-missing", MutantKind.Missing, Schedule,
                "if (_nextFrame < _dialect.Order.Length)", "if (_nextFrame < _dialect.Order.Length - 1)", "the last frame of a burst is never sent"),
            new("first-frame-missing", MutantKind.Missing, Schedule,
                "_nextFrame = 0;\n", "_nextFrame = 1;\n", "0x351, the first of a burst, is never sent"),
            new("poll-deaf", MutantKind.Missing, Schedule,
                "            else if (!isAnswer)\n            {\n                BeginPeriod(nowMilliseconds);",
                "            else if (!isAnswer && afterSilence)\n            {\n                Stop();",
                "a polled bank does not answer"),
            new("length-native", MutantKind.Missing, "Bms/Protocol/FrameDefinition.cs",
                "frame.SetLength(CanFrame.DataLengthMax)", "frame.SetLength(frame.Length)", "frames are not padded to eight bytes"),
            new("lost-late", MutantKind.WrongTime, Link,
                "age > LostAfterMilliseconds ?", "age > 10 * LostAfterMilliseconds ?", "an inverter is missed after 100 s only"),
            new("interval-mean", MutantKind.WrongRule, Link,
                "_intervalSumMilliseconds / (_count - 1)", "_intervalSumMilliseconds / _count", "the mean time between two 0x305 is too short"),
            new("stops-without-reply", MutantKind.WrongRule, "Bms/CanMaster.cs",
                "            long next = _schedule.NextEventMilliseconds;\n",
                "            long next = nowMilliseconds < 60000 ? _schedule.NextEventMilliseconds : long.MaxValue;\n",
                "the bank falls silent after a minute"),
            new("omit-ignored", MutantKind.Missing, "Bms/Faults/FrameFaults.cs",
                "if (IsActive(index, FrameFaultKind.Omit, nowMilliseconds))", "if (index < 0)",
                "a frame that an operator leaves out is sent all the same"),
            new("stale-ignored", MutantKind.Missing, "Bms/Faults/FrameFaults.cs",
                "sent != null && IsActive(index, FrameFaultKind.Stale, nowMilliseconds)", "false", "a frame that an operator froze goes on changing"),
        ];
    }
}
