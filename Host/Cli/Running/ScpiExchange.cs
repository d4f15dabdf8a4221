using System;
using System.Collections.Generic;
using System.Globalization;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>One line to an instrument, its answers, and whether it was refused.</summary>
    internal static class ScpiExchange
    {
        private const string CountQuery = "SYST:ERR:COUN?";

        /// <summary>Sends a line.</summary>
        /// <returns>Why the instrument refused it; null if it did not.</returns>
        public static string? Run(ScpiSession session, string line) => Run(session, line, static _ => { });

        /// <summary>Sends a line and hands on its answers.</summary>
        /// <remarks>Errors are counted before and after: those that wait from before are left alone, and an answer is never taken for one.</remarks>
        /// <returns>Why the instrument refused it; null if it did not.</returns>
        public static string? Run(ScpiSession session, string line, Action<IReadOnlyList<string>> answered)
        {
            int before = CountOf(session.Ask("", CountQuery));
            ScpiReply reply = session.Ask(line, CountQuery);
            answered(reply.Answers);
            if (CountOf(reply) <= before)
            {
                return null;
            }

            string error = "";
            for (string? next = session.ConsumeError(); next is not null; next = session.ConsumeError())
            {
                error = next;
            }

            return error;
        }

        private static int CountOf(ScpiReply reply) =>
            int.TryParse(reply.Tail, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;
    }
}
