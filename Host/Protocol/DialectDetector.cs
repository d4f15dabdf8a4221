using System;
using System.Collections.Generic;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Protocol
{
    /// <summary>Finds out from the traffic which dialect a bus speaks, since the same identifier means different things.</summary>
    /// <remarks>
    /// The rules, each taken from the captures; the last evidence counts:
    /// 0x35E that begins with DY and a digit, 0x361, 0x363 or 0x364: deye-v3.3;
    /// 0x35E "DEYE": deye; 0x354 or 0x35E that begins with DISCOVER: discover; 0x401 to 0x41E: pytes;
    /// 0x359 with the letters PN, but for deye, which sends it too: pylontech, or eco-worthy once 0x35F or 0x370 to 0x377 were seen beside it;
    /// 0x35A, 0x35F or 0x372 to 0x378 without such a 0x359: victron, but for a bus known as discover; pylontech-v1.3 as long as 0x35A and 0x35F
    /// are there and none of the others, nor 0x35B, 0x360 or 0x379 to 0x382;
    /// sol-ark with a 0x356 in tenths: sol-ark-v1.3; pylontech whose 0x355, 0x356, 0x359 and 0x35C all have eight bytes: sol-ark; any of
    /// them shorter: pylontech.
    /// Frame by frame: 0x356 whose voltage would be below 10 V in hundredths is read in tenths; 0x370 and 0x371 made of text are a name;
    /// 0x372 and 0x373 of four bytes are Discover's; 0x400 whose first two bytes are at most 2 is Deye's, unless the bus is known as pytes.
    /// Before any evidence a bus counts as pylontech, in a log that was surveyed as what its first name says. Lengths and other identifiers count
    /// from wherever they are in such a log; what changes within it (a pack that is told to speak as another one) counts from there on.
    /// </remarks>
    public sealed class DialectDetector
    {
        // 0x356: 10.00 V in hundredths, 100.0 V in tenths; no 48 V bank is on the wrong side of either.
        private const int TenthsBelowRaw = 1000;

        private const int PaddedLength = 8;
        private const string Pylontech = "pylontech";
        private const string SolArk = "sol-ark";
        private const string SolArkV13 = "sol-ark-v1.3";
        private const string PylontechV13 = "pylontech-v1.3";
        private const string Victron = "victron";
        private const string EcoWorthy = "eco-worthy";
        private const string Deye = "deye";
        private const string DeyeV33 = "deye-v3.3";
        private const string Discover = "discover";
        private const string Pytes = "pytes";

        private static readonly string[] FallbackOrder =
        [
            "deye-v3.3", "victron", "eco-worthy", "sol-ark", "pytes", "discover", "high-voltage",
        ];

        private readonly SortedSet<string> _evidence = new(StringComparer.Ordinal);
        private bool _hasPylontechAlarms;
        private bool _hasVictronExtras;
        private bool _hasOwnLength;
        private bool _hasPaddedLength;
        private bool _hasVictronAlarms;
        private bool _hasBatteryInfo;
        private bool _hasWideVictronSet;
        private bool _hasTenths;
        private bool _hasName;
        private string? _firstFamily;
        private string _family = Pylontech;

        /// <summary>Makes a detector that has seen nothing.</summary>
        public DialectDetector()
        {
        }

        /// <summary>Makes a detector that knows what tells the dialect in the whole of a log, and reads it from its beginning.</summary>
        /// <param name="survey">One that has observed all of its frames.</param>
        public DialectDetector(DialectDetector survey)
        {
            ArgumentNullException.ThrowIfNull(survey);
            _family = survey._firstFamily ?? Pylontech;
            _hasPylontechAlarms = survey._hasPylontechAlarms;
            _hasVictronExtras = survey._hasVictronExtras;
            _hasOwnLength = survey._hasOwnLength;
            _hasPaddedLength = survey._hasPaddedLength;
            _hasVictronAlarms = survey._hasVictronAlarms;
            _hasBatteryInfo = survey._hasBatteryInfo;
            _hasWideVictronSet = survey._hasWideVictronSet;
            _hasTenths = survey._hasTenths;
        }

        /// <summary>Name of the dialect that the evidence so far speaks for.</summary>
        public string Dialect
        {
            get
            {
                return ReferenceEquals(_family, Pylontech) && _hasPaddedLength && !_hasOwnLength ? (_hasTenths ? SolArkV13 : SolArk)
                    : ReferenceEquals(_family, Victron) && _hasVictronAlarms && _hasBatteryInfo && !_hasWideVictronSet ? PylontechV13
                    : _family;
            }
        }

        /// <summary>What speaks for a dialect, a few words each; empty before any evidence.</summary>
        public IReadOnlyCollection<string> Evidence => _evidence;

        /// <summary>Takes a frame into account.</summary>
        public void Observe(CanFrame frame)
        {
            if (frame.IsExtended || frame.IsRemote)
            {
                return;
            }

            ObserveLength(frame);
            switch (frame.Id)
            {
                case 0x35E:
                    ObserveName(frame);
                    break;
                case 0x361 or 0x363 or 0x364:
                    Found(DeyeV33, "0x361, 0x363 or 0x364");
                    break;
                case 0x354:
                    Found(Discover, "0x354");
                    break;
                case >= 0x401 and <= 0x41E when !IsDeye:
                    Found(Pytes, "0x401 to 0x41E");
                    break;
                case 0x359 when frame.Length >= 7 && frame.Data[5] == 'P' && frame.Data[6] == 'N':
                    _hasPylontechAlarms = true;
                    if (!ReferenceEquals(_family, Deye))
                    {
                        Found(_hasVictronExtras ? EcoWorthy : Pylontech, "0x359 with the letters PN");
                    }

                    break;
                case 0x35A or 0x35B or 0x35F or 0x360 or (>= 0x370 and <= 0x382):
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

        private bool IsDeye => _family is Deye or DeyeV33;

        // Evidence is named once; names are compared by object, which costs nothing at a million frames a second.
        private void Found(string family, string evidence)
        {
            _firstFamily ??= family;
            if (!ReferenceEquals(_family, family) || _evidence.Count == 0)
            {
                _evidence.Add(evidence);
            }

            _family = family;
        }

        private void ObserveLength(CanFrame frame)
        {
            _hasTenths |= frame.Id == 0x356 && frame.Length >= 2 && IsTenths(frame);
            if (frame.Id is not (0x355 or 0x356 or 0x359 or 0x35C) || (_hasOwnLength && _hasPaddedLength))
            {
                return;
            }

            bool isPadded = frame.Length == PaddedLength;
            if (isPadded ? !_hasPaddedLength : !_hasOwnLength)
            {
                _evidence.Add(isPadded ? "0x355, 0x356, 0x359 or 0x35C of 8 bytes" : "0x355, 0x356, 0x359 or 0x35C shorter than 8 bytes");
            }

            _hasPaddedLength |= isPadded;
            _hasOwnLength |= !isPadded;
        }

        private void ObserveName(CanFrame frame)
        {
            if (StartsWith(frame, "DY") && frame.Length > 2 && char.IsAsciiDigit((char)frame.Data[2]))
            {
                Found(DeyeV33, "0x35E beginning with DY and a digit");
            }
            else if (StartsWith(frame, "DEYE"))
            {
                Found(Deye, "0x35E DEYE");
                _firstFamily = _hasName ? _firstFamily : Deye;
            }
            else if (StartsWith(frame, "DISCOVER"))
            {
                Found(Discover, "0x35E DISCOVER");
            }
            else if (IsDeye)
            {
                // The pack was told to speak as somebody else.
                Found(Pylontech, "0x35E of another maker after a Deye pack's");
            }

            _hasName = true;
        }

        private void ObserveVictronExtra(uint id)
        {
            _hasVictronAlarms |= id == 0x35A;
            _hasBatteryInfo |= id == 0x35F;
            _hasWideVictronSet |= id is not (0x35A or 0x35F or 0x371 or 0x379);

            // 0x371 alone says nothing: Deye, Discover, Dyness and Eco-Worthy each mean something else by it. Sol-Ark has 0x379 too.
            if (id is 0x371 or 0x35B or 0x360 or > 0x378 || (id == 0x370 && ReferenceEquals(_family, Discover)))
            {
                return;
            }

            _hasVictronExtras = true;
            if (!ReferenceEquals(_family, Discover))
            {
                Found(_hasPylontechAlarms ? EcoWorthy : Victron, "0x35A, 0x35F or 0x370 to 0x378");
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
                case 0x356 when frame.Length >= 2 && IsTenths(frame):
                    return _family == Discover ? null : SolArkV13;
                case 0x356 when _family is Discover or Pytes:
                    return "victron";
                case 0x370 or 0x371 when _family != DeyeV33:
                    return IsText(frame) ? "discover" : "eco-worthy";
                case 0x372 or 0x373 when frame.Length == 4:
                    return "discover";
                case 0x400 when _family != Pytes:
                    return frame.Length >= 2 && frame.Data[0] <= 2 && frame.Data[1] <= 2 ? "deye-v3.3" : "pytes";
                default:
                    return null;
            }
        }

        private static bool IsTenths(CanFrame frame) => frame.GetS16(0) is > 0 and < TenthsBelowRaw;

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
