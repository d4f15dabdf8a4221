namespace BatterySim.Bms.Instrument
{
    /// <summary>SYSTem: errors, version, help, time.</summary>
    internal static class SystemCommands
    {
        /// <summary>Carries out a command of the group.</summary>
        public static void Run(ScpiCall call)
        {
            switch (call.Command)
            {
                case CommandId.NextError: NextError(call); break;
                case CommandId.AllErrors: AllErrors(call); break;
                case CommandId.ErrorCount: ErrorCount(call); break;
                case CommandId.Version: Version(call); break;
                case CommandId.Headers: Headers(call); break;
                case CommandId.Slips: Slips(call); break;
                case CommandId.Time: Time(call); break;
                default: Speed(call); break;
            }
        }

        private static void NextError(ScpiCall call)
        {
            if (!call.IsChecking)
            {
                call.Instrument.Errors.Take(call.Answer());
            }
        }

        private static void AllErrors(ScpiCall call)
        {
            do
            {
                NextError(call);
            }
            while (!call.IsChecking && call.Instrument.Errors.Count > 0);
        }

        private static void ErrorCount(ScpiCall call)
        {
            call.Answer().AddNumber(call.Instrument.Errors.Count);
        }

        private static void Version(ScpiCall call)
        {
            call.Answer().Add("1999.0");
        }

        private static void Time(ScpiCall call)
        {
            call.AnswerNumber(call.Simulator.NowMilliseconds, ScpiUnit.Second);
        }

        // Count, all together, the longest. A board's own loop is timed by its chip.
        private static void Slips(ScpiCall call)
        {
            IInstrumentHost host = call.Instrument.Host;
            call.Answer().AddNumber(host == null ? 0 : host.SlipCount);
            call.AnswerNumber(host == null ? 0 : host.SlipMilliseconds, ScpiUnit.Second);
            call.AnswerNumber(host == null ? 0 : host.WorstSlipMilliseconds, ScpiUnit.Second);
        }

        // Simulated seconds in a second; 0 is as fast as it goes.
        private static void Speed(ScpiCall call)
        {
            IInstrumentHost host = call.Instrument.Host;
            if (host == null || !host.HasSpeed)
            {
                call.Fail(ScpiError.HardwareMissing).Add("only a running twin has a speed");
            }
            else if (call.Number(host.SpeedPermille))
            {
                host.SpeedPermille = call.Value;
            }
        }

        // SCPI-1999, 21.13: a block of definite length, one header a line. It is counted before it is written, since it goes out piece by piece.
        private static void Headers(ScpiCall call)
        {
            if (call.IsChecking)
            {
                return;
            }

            string digits = WriteHeaders(call, null).ToString();
            TextBuffer reply = call.Answer();
            reply.Add('#');
            reply.AddNumber(digits.Length);
            reply.Add(digits);
            WriteHeaders(call, reply);
        }

        private static int WriteHeaders(ScpiCall call, TextBuffer reply)
        {
            int sections = call.Instrument.Board == null ? CommandTable.BoardSection : CommandTable.SectionCount;
            int length = 0;
            for (int section = 0; section < sections; section++)
            {
                for (int place = 0; CommandTable.Fill(section, place, call.Row); place++)
                {
                    string lead = call.Row.Pattern[0] == '*' ? "" : ":";
                    string tail = TailOf(call.Row.Kind);
                    length += lead.Length + call.Row.Pattern.Length + tail.Length;
                    if (reply != null)
                    {
                        reply.Add(lead);
                        reply.Add(call.Row.Pattern);
                        reply.Add(tail);
                    }
                }
            }

            return length;
        }

        private static string TailOf(int kind)
        {
            return (kind & SettingRow.Query) == 0 ? "/nquery/\n"
                : (kind & (SettingRow.Set | SettingRow.Acts)) == 0 ? "?/qonly/\n" : "\n";
        }
    }
}
