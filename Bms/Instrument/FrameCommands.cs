using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;

namespace BatterySim.Bms.Instrument
{
    /// <summary>FRAMe@, INVerter and BUS: what was sent and what was received.</summary>
    internal static class FrameCommands
    {
        /// <summary>Carries out a command of the group.</summary>
        public static void Run(ScpiCall call)
        {
            switch (call.Command)
            {
                case CommandId.FrameCount: Count(call); break;
                case CommandId.FrameDelivery: Delivery(call); break;
                case CommandId.FrameAge: Age(call); break;
                case CommandId.FramePeriod: Period(call); break;
                case CommandId.FrameBytes: Bytes(call); break;
                case CommandId.FrameSignals: Signals(call); break;
                case CommandId.LinkState: LinkState(call); break;
                case CommandId.LinkCount: LinkCount(call); break;
                case CommandId.LinkAge: LinkAge(call); break;
                case CommandId.LinkInterval: LinkInterval(call); break;
                case CommandId.LinkHistogram: LinkHistogram(call); break;
                case CommandId.LinkClear: LinkClear(call); break;
                case CommandId.BusState: BusState(call); break;
                default: BusErrors(call); break;
            }
        }

        private static void Count(ScpiCall call)
        {
            FrameStatistics statistics = StatisticsOf(call);
            call.AnswerNumber(call.Tag == 0 ? statistics.Sent : call.Tag == 1 ? statistics.Failed : statistics.Withheld, ScpiUnit.None);
        }

        // What the controller says of frames that it took.
        private static void Delivery(ScpiCall call)
        {
            FrameRecorder recorder = call.Simulator.Master.Recorder;
            FrameDefinition definition = DefinitionOf(call);
            int count = call.Tag == 0 ? recorder.AcknowledgedOf(definition) : recorder.AbandonedOf(definition);
            call.AnswerKnown(count, recorder.KnowsDelivery, ScpiUnit.None);
        }

        private static void Age(ScpiCall call)
        {
            FrameStatistics statistics = StatisticsOf(call);
            call.AnswerKnown(call.Simulator.NowMilliseconds - statistics.LastSentMilliseconds, statistics.Sent > 0, ScpiUnit.Second);
        }

        private static void Period(ScpiCall call)
        {
            FrameStatistics statistics = StatisticsOf(call);
            bool isKnown = statistics.Sent > 1;
            call.AnswerKnown(statistics.PeriodMinMilliseconds, isKnown, ScpiUnit.Second);
            call.AnswerKnown(statistics.PeriodMeanMilliseconds, isKnown, ScpiUnit.Second);
            call.AnswerKnown(statistics.PeriodMaxMilliseconds, isKnown, ScpiUnit.Second);
        }

        // As candump writes it: identifier, #, bytes; eight digits for a 29-bit identifier, R for a remote frame.
        private static void Bytes(ScpiCall call)
        {
            FrameStatistics statistics = StatisticsOf(call);
            if (statistics.Sent == 0)
            {
                call.Answer().AddQuoted("");
                return;
            }

            FrameText.Write(call.Answer(), statistics.LastFrame);
        }

        private static void Signals(ScpiCall call)
        {
            FrameStatistics statistics = StatisticsOf(call);
            CanFrame frame = statistics.LastFrame;
            if (statistics.Sent > 0 && !frame.IsRemote)
            {
                DefinitionOf(call).Describe(call.Simulator.Schedule.Dialect, new SignalWriter(call, frame));
            }

            // A frame that is too short for its first signal has none either.
            if (!call.HasAnswered)
            {
                call.Answer().AddQuoted("");
            }
        }

        private static void LinkState(ScpiCall call)
        {
            call.AnswerWord("WAITing|ALIVe|LATE|LOST", (int)call.Simulator.Link.StateAt(call.Simulator.NowMilliseconds));
        }

        private static void LinkCount(ScpiCall call)
        {
            call.AnswerNumber(call.Simulator.Link.Count, ScpiUnit.None);
        }

        private static void LinkAge(ScpiCall call)
        {
            InverterLink link = call.Simulator.Link;
            call.AnswerKnown(call.Simulator.NowMilliseconds - link.LastSeenMilliseconds, link.Count > 0, ScpiUnit.Second);
        }

        private static void LinkInterval(ScpiCall call)
        {
            InverterLink link = call.Simulator.Link;
            bool isKnown = link.Count > 1;
            call.AnswerKnown(link.IntervalMinMilliseconds, isKnown, ScpiUnit.Second);
            call.AnswerKnown(link.IntervalMeanMilliseconds, isKnown, ScpiUnit.Second);
            call.AnswerKnown(link.IntervalMaxMilliseconds, isKnown, ScpiUnit.Second);
        }

        // Upper end and count of each class; the last class has no end.
        private static void LinkHistogram(ScpiCall call)
        {
            for (int bin = 0; bin < InverterLink.BinCount; bin++)
            {
                int edge = InverterLink.BinEdgeAt(bin);
                if (edge < 0)
                {
                    call.Answer().Add("INF");
                }
                else
                {
                    call.AnswerNumber(edge, ScpiUnit.Second);
                }

                call.AnswerNumber(call.Simulator.Link.BinAt(bin), ScpiUnit.None);
            }
        }

        private static void LinkClear(ScpiCall call)
        {
            if (call.EndSetting())
            {
                call.Simulator.Link.Clear();
            }
        }

        private static void BusState(ScpiCall call)
        {
            call.AnswerWord("ACTive|WARNing|PASSive|OFF", (int)call.Simulator.Master.Recorder.State);
        }

        private static void BusErrors(ScpiCall call)
        {
            ICanBusCounters counters = call.Simulator.Bus as ICanBusCounters;
            int transmit = counters == null ? -1 : counters.TransmitErrorCount;
            int receive = counters == null ? -1 : counters.ReceiveErrorCount;
            call.AnswerKnown(transmit, transmit >= 0, ScpiUnit.None);
            call.AnswerKnown(receive, receive >= 0, ScpiUnit.None);
        }

        private static FrameStatistics StatisticsOf(ScpiCall call)
        {
            return call.Simulator.Master.Recorder.StatisticsOf(DefinitionOf(call));
        }

        private static FrameDefinition DefinitionOf(ScpiCall call)
        {
            return FrameTable.Find((uint)call.FirstSuffix);
        }
    }
}
