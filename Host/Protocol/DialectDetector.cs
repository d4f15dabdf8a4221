using BatterySim.Bms.Can;

namespace BatterySim.Host.Protocol
{
    /// <summary>Finds out from the traffic which dialect a bus speaks, since the same identifier means different things.</summary>
    /// <remarks>
    /// The rules, each taken from the captures; the last evidence counts:
    /// 0x35E that begins with DY and a digit, 0x361, 0x363 or 0x364: deye-v3.3;
    /// 0x35E "DEYE": deye; 0x354 or 0x35E that begins with DISCOVER: discover; 0x401 to 0x41E: pytes;
    /// 0x359 with the letters PN: pylontech, or eco-worthy once 0x35F or 0x370 to 0x377 were seen beside it;
    /// 0x35A, 0x35F or 0x372 to 0x378 without such a 0x359: victron, but for a bus known as discover.
    /// Frame by frame: 0x356 whose voltage would be below 10 V in hundredths is read in tenths; 0x370 and 0x371 made of text are a name;
    /// 0x372 and 0x373 of four bytes are Discover's; 0x400 whose first two bytes are at most 2 is Deye's, unless the bus is known as pytes.
    /// Before any evidence a bus counts as pylontech.
    /// </remarks>
    public sealed class DialectDetector
    {
        // 0x356: 10.00 V in hundredths, 100.0 V in tenths; no 48 V bank is on the wrong side of either.
        private const int TenthsBelowRaw = 1000;

        private static readonly string[] FallbackOrder =
        [
            "deye-v3.3", "victron", "eco-worthy", "sol-ark", "pytes", "discover", "high-voltage",
        ];

        private bool _hasPylontechAlarms;
        private bool _hasVictronExtras;

        /// <summary>Name of the dialect that the evidence so far speaks for.</summary>
        public string Dialect { get; private set; } = "pylontech";

        /// <summary>Takes a frame into account.</summary>
        public void Observe(CanFrame frame)
        {
            if (frame.IsExtended || frame.IsRemote)
            {
                return;
            }

            switch (frame.Id)
            {
                case 0x35E:
                    ObserveName(frame);
                    break;
                case 0x361 or 0x363 or 0x364:
                    Dialect = "deye-v3.3";
                    break;
                case 0x354:
                    Dialect = "discover";
                    break;
                case >= 0x401 and <= 0x41E when !IsDeye:
                    Dialect = "pytes";
                    break;
                case 0x359 when frame.Length >= 7 && frame.Data[5] == 'P' && frame.Data[6] == 'N':
                    _hasPylontechAlarms = true;
                    Dialect = _hasVictronExtras ? "eco-worthy" : "pylontech";
                    break;
                case 0x35A or 0x35F or (>= 0x370 and <= 0x378):
                    ObserveVictronExtra(frame.Id);
                    break;
                default:
                    break;
            }
        }

        /// <summary>The dialect and the message to read a frame as; null if no dialect has it.</summary>
        internal MessageDefinition? Find(CanFrame frame, out DecodeDialect dialect)
        {
            dialect = DecodeDialects.Find(OverrideFor(frame) ?? Dialect)!;
            MessageDefinition? message = dialect.Find(frame.Id, frame.IsExtended);
            for (int index = 0; message is null && index < FallbackOrder.Length; index++)
            {
                dialect = DecodeDialects.Find(FallbackOrder[index])!;
                message = dialect.Find(frame.Id, frame.IsExtended);
            }

            return message;
        }

        private bool IsDeye => Dialect is "deye" or "deye-v3.3";

        private void ObserveName(CanFrame frame)
        {
            if (StartsWith(frame, "DY") && frame.Length > 2 && char.IsAsciiDigit((char)frame.Data[2]))
            {
                Dialect = "deye-v3.3";
            }
            else if (StartsWith(frame, "DEYE"))
            {
                Dialect = "deye";
            }
            else if (StartsWith(frame, "DISCOVER"))
            {
                Dialect = "discover";
            }
            else if (IsDeye)
            {
                // The pack was told to speak as somebody else.
                Dialect = "pylontech";
            }
        }

        private void ObserveVictronExtra(uint id)
        {
            // 0x371 alone says nothing: Deye, Discover, Dyness and Eco-Worthy each mean something else by it.
            if (id == 0x371 || (id == 0x370 && Dialect == "discover"))
            {
                return;
            }

            _hasVictronExtras = true;
            if (Dialect != "discover")
            {
                Dialect = _hasPylontechAlarms ? "eco-worthy" : "victron";
            }
        }

        private string? OverrideFor(CanFrame frame)
        {
            if (frame.IsExtended)
            {
                return "high-voltage";
            }

            switch (frame.Id)
            {
                case 0x356 when frame.Length >= 2 && frame.GetS16(0) is > 0 and < TenthsBelowRaw:
                    return Dialect == "discover" ? null : "sol-ark-v1.3";
                case 0x356 when Dialect is "discover" or "pytes":
                    return "victron";
                case 0x370 or 0x371 when Dialect != "deye-v3.3":
                    return IsText(frame) ? "discover" : "eco-worthy";
                case 0x372 or 0x373 when frame.Length == 4:
                    return "discover";
                case 0x400 when Dialect != "pytes":
                    return frame.Length >= 2 && frame.Data[0] <= 2 && frame.Data[1] <= 2 ? "deye-v3.3" : "pytes";
                default:
                    return null;
            }
        }

        private static bool StartsWith(CanFrame frame, string text)
        {
            if (frame.Length < text.Length)
            {
                return false;
            }

            for (int index = 0; index < text.Length; index++)
            {
                if (frame.Data[index] != text[index])
                {
                    return false;
                }
            }

            return true;
        }

        private static bool IsText(CanFrame frame)
        {
            bool hasCharacter = false;
            for (int index = 0; index < frame.Length; index++)
            {
                byte character = frame.Data[index];
                if (character is not 0 and (< (byte)' ' or > (byte)'~'))
                {
                    return false;
                }

                hasCharacter |= character != 0;
            }

            return hasCharacter;
        }
    }
}
