namespace BatterySim.Bms.Instrument
{
    /// <summary>Error numbers and texts of SCPI-1999, volume 2, chapter 21, as far as this instrument uses them.</summary>
    public static class ScpiError
    {
        /// <summary>The queue is empty.</summary>
        public const int None = 0;

        /// <summary>A character that no command may contain.</summary>
        public const int InvalidCharacter = -101;

        /// <summary>The line cannot be read.</summary>
        public const int SyntaxError = -102;

        /// <summary>A parameter of the wrong kind.</summary>
        public const int DataTypeError = -104;

        /// <summary>A parameter too many.</summary>
        public const int ParameterNotAllowed = -108;

        /// <summary>A parameter too few.</summary>
        public const int MissingParameter = -109;

        /// <summary>A header longer than any that there is.</summary>
        public const int MnemonicTooLong = -112;

        /// <summary>No such command.</summary>
        public const int UndefinedHeader = -113;

        /// <summary>A battery, cell or frame that is not there.</summary>
        public const int HeaderSuffixOutOfRange = -114;

        /// <summary>A number that cannot be read.</summary>
        public const int InvalidNumber = -121;

        /// <summary>A unit that does not belong here.</summary>
        public const int InvalidSuffix = -131;

        /// <summary>A text without its closing quote.</summary>
        public const int InvalidString = -151;

        /// <summary>Values that do not go together.</summary>
        public const int SettingsConflict = -221;

        /// <summary>A value outside its range.</summary>
        public const int DataOutOfRange = -222;

        /// <summary>A line, a text or a list that is too long.</summary>
        public const int TooMuchData = -223;

        /// <summary>A name that is none of those that may stand here.</summary>
        public const int IllegalParameterValue = -224;

        /// <summary>The device has too little memory for what was asked (SCPI 1999, -225).</summary>
        public const int OutOfMemory = -225;

        /// <summary>What the command needs is not there.</summary>
        public const int HardwareMissing = -241;

        /// <summary>Settings that were stored cannot be read.</summary>
        public const int SaveRecallMemoryLost = -314;

        /// <summary>Errors were lost.</summary>
        public const int QueueOverflow = -350;

        /// <summary>Input came in faster than it was taken.</summary>
        public const int InputBufferOverrun = -363;

        /// <summary>The standard text of an error.</summary>
        public static string TextOf(int number)
        {
            switch (number)
            {
                case None: return "No error";
                case InvalidCharacter: return "Invalid character";
                case SyntaxError: return "Syntax error";
                case DataTypeError: return "Data type error";
                case ParameterNotAllowed: return "Parameter not allowed";
                case MissingParameter: return "Missing parameter";
                case MnemonicTooLong: return "Program mnemonic too long";
                case UndefinedHeader: return "Undefined header";
                case HeaderSuffixOutOfRange: return "Header suffix out of range";
                case InvalidNumber: return "Invalid character in number";
                case InvalidSuffix: return "Invalid suffix";
                case InvalidString: return "Invalid string data";
                case SettingsConflict: return "Settings conflict";
                case DataOutOfRange: return "Data out of range";
                case TooMuchData: return "Too much data";
                case IllegalParameterValue: return "Illegal parameter value";
                case OutOfMemory: return "Out of memory";
                case HardwareMissing: return "Hardware missing";
                case SaveRecallMemoryLost: return "Save/recall memory lost";
                case QueueOverflow: return "Queue overflow";
                case InputBufferOverrun: return "Input buffer overrun";
                default: return "Device-specific error";
            }
        }

        /// <summary>Bit of the event status register that an error sets.</summary>
        public static int EventBitOf(int number)
        {
            return number <= -100 && number > -200 ? StatusRegisters.CommandError
                : number <= -200 && number > -300 ? StatusRegisters.ExecutionError
                : number <= -400 && number > -500 ? StatusRegisters.QueryError : StatusRegisters.DeviceError;
        }
    }
}
