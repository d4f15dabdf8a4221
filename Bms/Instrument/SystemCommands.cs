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

            TextBuffer list = new TextBuffer(4096, true);
            ScpiCommand[] commands = call.Instrument.Commands;
            for (int index = 0; index < commands.Length; index++)
            {
                ScpiCommand command = commands[index];
                list.Add(command.Pattern[0] == '*' ? "" : ":");
                list.Add(command.Pattern);
                list.Add(!command.Is(ScpiCommand.Query) ? "/nquery/\n" : (command.Kind & (ScpiCommand.Set | ScpiCommand.Acts)) == 0 ? "?/qonly/\n" : "\n");
            }

            TextBuffer reply = call.Answer();
            string length = list.Length.ToString();
            reply.Add('#');
            reply.AddNumber(length.Length);
            reply.Add(length);
            reply.Add(list.Text, 0, list.Length);
        }
    }
}
