using System;
using System.Collections.Generic;
using System.Text;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Scpi
{
    /// <summary>An endless row of lines for fuzzing, the same for the same seed.</summary>
    /// <remarks>Commands of the table with good and bad parameters, broken ones, malformed data.</remarks>
    public sealed class ScpiLines
    {
        private const int TokenCountMax = 4;
        private const int MalformedMax = 600;

        private static readonly string[] Values =
        [
            "0", "1", "-1", "ON", "OFF", "MIN", "MAX", "DEF", "3.3 V", "350 MA", "2.5 KW", "10 MS", "55 %", "1e9", "1E-99999", "99999999999999999999",
            "#H351", "#HFFFFFFFF", "\"PYLON\"", "\"", "''", "sok-sk48v100", "sol-ark", "pylontech", "UNKN", "PRES", "5,0,1", "#H351,#H355", "INF", "NAN",
            ",", ",,", "ON,1 S,2 S", "weakest", "skip", "POLL", "1 2", "0x10", "%", ".", "+", "-.e", "1 MAV", "65535", "\"370#0102\",10 MS", "\"1CFC08\"", "5,20", "-2147483648", "9223372036854775808",
        ];

        private static readonly IReadOnlyList<SettingRow> Rows = CommandRows.All;

        private readonly Random _random;

        /// <summary>Makes the row of a seed.</summary>
        public ScpiLines(int seed)
        {
            _random = new Random(seed);
        }

        /// <summary>The next line.</summary>
        public string Next()
        {
            int kind = _random.Next(10);
            if (kind == 0)
            {
                return Malformed();
            }

            var line = new StringBuilder();
            int units = _random.Next(1, TokenCountMax);
            for (int unit = 0; unit < units; unit++)
            {
                line.Append(unit > 0 ? ";" : "").Append(Unit());
            }

            return kind < 8 ? line.ToString() : Break(line);
        }

        private string Unit()
        {
            SettingRow command = Rows[_random.Next(Rows.Count)];
            int first = command.HasFrame ? 0x350 + _random.Next(0x30) : _random.Next(7);
            string header = ScpiSnapshot.HeaderOf(command, first, _random.Next(19));
            string colon = header[0] != '*' && _random.Next(3) > 0 ? ":" : "";
            bool isQuery = _random.Next(2) == 0;
            string value = _random.Next(4) > 0 ? " " + Values[_random.Next(Values.Length)] : "";
            return colon + (_random.Next(2) == 0 ? header : header.ToLowerInvariant()) + (isQuery ? "?" : "") + value;
        }

        private string Break(StringBuilder line)
        {
            for (int times = _random.Next(1, 4); times > 0 && line.Length > 0; times--)
            {
                int at = _random.Next(line.Length);
                if (_random.Next(2) == 0)
                {
                    line[at] = (char)_random.Next(256);
                }
                else
                {
                    line.Remove(at, _random.Next(line.Length - at));
                }
            }

            return line.ToString();
        }

        private string Malformed()
        {
            var line = new StringBuilder();
            for (int count = _random.Next(_random.Next(2) == 0 ? 20 : MalformedMax); count > 0; count--)
            {
                line.Append((char)_random.Next(256));
            }

            return line.ToString();
        }
    }
}
