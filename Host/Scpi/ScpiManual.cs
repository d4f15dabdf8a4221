using System.Text;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Scpi
{
    /// <summary>Prints docs/scpi.md from the command table.</summary>
    public static class ScpiManual
    {
        /// <summary>The whole page.</summary>
        public static string Print()
        {
            var page = new StringBuilder();
            page.Append(Introduction);
            string group = "";
            foreach (SettingRow row in CommandRows.Read())
            {
                string next = GroupOf(row.Pattern);
                if (next != group)
                {
                    group = next;
                    page.Append("\n## ").Append(group).Append("\n\n");
                    page.Append("| Command | Parameters | Range | Default | Example | |\n|---|---|---|---|---|---|\n");
                }

                AppendRow(page, row);
            }

            return page.ToString();
        }

        private static void AppendRow(StringBuilder page, SettingRow row)
        {
            bool canSet = (row.Kind & (SettingRow.Set | SettingRow.Acts)) != 0;
            string forms = !row.Is(SettingRow.Query) ? "" : canSet ? " (?)" : "?";
            page.Append("| `").Append(row.Pattern.Replace("@", "<id>")).Append(forms).Append('`');
            page.Append(" | ").Append(Code(ParameterText.Form(row))).Append(" | ").Append(ParameterText.Range(row));
            page.Append(" | ").Append(ParameterText.Standard(row));
            page.Append(" | ").Append(Code(row.Example)).Append(" | ").Append(row.Meaning).Append(" |\n");
        }

        private static string Code(string text) => text.Length == 0 ? "" : $"`{text.Replace("|", "\\|")}`";

        private static string GroupOf(string pattern) =>
            pattern[0] == '*' ? "IEEE 488.2 common commands" : pattern.Split(':', '[')[0].Replace("#", "").Replace("@", "");

        private const string Introduction = """
            # SCPI commands

            This page is printed from the command table of the instrument (`dotnet run --project Host/Verification/Bench -- scpi-doc > docs/scpi.md`);
            a test keeps the two equal and runs every example.

            The same commands work on a board's serial console and on the twin's TCP port (5025, a raw socket: `TCPIP::127.0.0.1::5025::SOCKET`).

            - One line is one message, ended by a line feed; at most 512 characters. Answers end with a line feed too.
            - Capitals are the short form: `MODule3:SOC`, `mod3:soc` and `MODULE3:SOC` are the same. What stands in brackets may be left out.
            - `#` is a number, 1 where it is left out; `<id>` is a frame's identifier in three hexadecimal digits, eight for 29 bits: `FRAM35A:BYT?`.
            - `(?)` marks what can be set and asked for, `?` what can only be asked for. A query of a number takes `MIN`, `MAX` and `DEF`.
            - Several commands may stand in a line with semicolons between them. A header without colon goes on where the one before it left off:
              `MOD3:SOC 50;TEMP 20;:LOAD 500`.
            - A line is checked as a whole before any of it is carried out. A line that is refused changes nothing; `SYST:ERR?` says why.
              Settings of the dialect that only go together may stand in one line in any order.
            - Numbers take a unit with multiplier (`52.8 V`, `350 MA`, `2.5 KW`, `10 MS`, `5 MIN`, `40 PCT` or `40 %`, `-5 CEL`), `MIN`, `MAX`, `DEF`,
              and hexadecimal, octal and binary digits (`#H40`, `#Q7`, `#B101`). As the standard has it, `M` is milli and `MA` is mega, except that
              `MA` after a current is milliampere. Without a unit the number is in V, A, W, s, %, degrees Celsius or Ah.
            - Every command is done before the next one is looked at. Faults count their start from the command, and last until they are cleared where
              no duration, or 0, is given. Asked for, they answer with the time until the start and the time that is left.
            - Values of `FAULt:VALue` go as far as their fields in the frame do, beyond what a battery may claim. `FAULt:FRAMe<id>:BYTes` sends
              any content, `FAULt:EXTRa#` any other frame, and `FAULt:CABLe` loses frames; the same seed loses the same ones.
            - `*SAV` keeps what a test sets up: bank, dialect, policies, batteries, offsets that were set, faults, load or current. It leaves alone
              what belongs to who asks (enable registers), to the run (speed, statistics, events, time) and to a moment (a held button, the
              polarisation of the cells). DIP switches come back as switches: the BMS read them when they start next.
            - `*RST`, `*RCL`, `BANK:PROFile`, `BANK:BATTery` and `BANK:RESTart` build the bank anew, in place of the one in use. A bank that was
              awake is awake again; on a board one that was asleep stays asleep, on a twin it is awake in any case. After `*RCL` it is awake.
              A board without memory for the new bank refuses it with -225, "Out of memory" and the number of batteries that fit; the bank in
              use goes on.
            - Each TCP connection has its own error queue and status registers, so `SYST:ERR?` tells of your own lines only; `*CLS` clears your own.
              The bank itself is one for all. At most 64 connections are open at a time; lines of all of them are carried out in turn.
            - Where `batterysim run` was given `--token TEXT`, the first line of a connection has to be `SYST:PASS:CEN "TEXT"`.
            - An answer of `9.91E37` stands for "not known".
            - `*RCL` brings back a place that `*SAV` filled before; an empty place is an error.
            - `BOARD` is there on a board only; a twin answers with error -241. Its settings take effect at the next restart, once `BOARD:SAVE` has
              kept them.

            """;
    }
}
