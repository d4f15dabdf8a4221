namespace BatterySim.Bms.Instrument
{
    /// <summary>SYSTem: errors, version, help, time.</summary>
    internal static class SystemCommands
    {
        public static void NextError(ScpiCall call)
        {
            if (!call.IsChecking)
            {
                call.Instrument.Errors.Take(call.Answer());
            }
        }

        public static void AllErrors(ScpiCall call)
        {
            do
            {
                NextError(call);
            }
            while (!call.IsChecking && call.Instrument.Errors.Count > 0);
        }

        public static void ErrorCount(ScpiCall call)
        {
            call.Answer().AddNumber(call.Instrument.Errors.Count);
        }

        public static void Version(ScpiCall call)
        {
            call.Answer().Add("1999.0");
        }

        public static void Time(ScpiCall call)
        {
            call.AnswerNumber(call.Simulator.NowMilliseconds, ScpiUnit.Second);
        }

        // Count, all together, the longest. A board's own loop is timed by its chip.
        public static void Slips(ScpiCall call)
        {
            IInstrumentHost host = call.Instrument.Host;
            call.Answer().AddNumber(host == null ? 0 : host.SlipCount);
            call.AnswerNumber(host == null ? 0 : host.SlipMilliseconds, ScpiUnit.Second);
            call.AnswerNumber(host == null ? 0 : host.WorstSlipMilliseconds, ScpiUnit.Second);
        }

        // Simulated seconds in a second; 0 is as fast as it goes.
        public static void Speed(ScpiCall call)
        {
            IInstrumentHost host = call.Instrument.Host;
            if (host == null || !host.HasSpeed)
            {
                call.Fail(ScpiError.HardwareMissing).Add("only a running twin has a speed");
            }
            else if (call.Number("speed", ScpiUnit.Factor, 0, 1000000000, 1000, host.SpeedPermille))
            {
                host.SpeedPermille = call.Value;
            }
        }

        // SCPI-1999, 21.13: a block of definite length, one header a line.
        public static void Headers(ScpiCall call)
        {
            if (call.IsChecking)
            {
                return;
            }

            // Counted before it is written: a second buffer for the block would be more than a board has to spare.
            CommandList commands = call.Instrument.Commands;
            int length = 0;
            for (int index = 0; index < commands.Length; index++)
            {
                length += LeadOf(commands, index).Length + commands.PatternAt(index).Length + TailOf(commands, index).Length;
            }

            TextBuffer reply = call.Answer();
            string digits = length.ToString();
            reply.MakeRoom(reply.Length + 2 + digits.Length + length);
            reply.Add('#');
            reply.AddNumber(digits.Length);
            reply.Add(digits);
            for (int index = 0; index < commands.Length; index++)
            {
                reply.Add(LeadOf(commands, index));
                reply.Add(commands.PatternAt(index));
                reply.Add(TailOf(commands, index));
            }
        }

        private static string LeadOf(CommandList commands, int index)
        {
            return commands.PatternAt(index)[0] == '*' ? "" : ":";
        }

        private static string TailOf(CommandList commands, int index)
        {
            int kind = commands.KindAt(index);
            return (kind & ScpiCommand.Query) == 0 ? "/nquery/\n"
                : (kind & (ScpiCommand.Set | ScpiCommand.Acts)) == 0 ? "?/qonly/\n" : "\n";
        }
    }
}
