using BatterySim.Bms.Battery;
using BatterySim.Bms.Protocol;

namespace BatterySim.Hardware.Settings
{
    /// <summary>Writes <see cref="BoardSettings"/> as lines of NAME=VALUE and reads them back.</summary>
    /// <remarks>A name that is not known is passed over, so that a newer file can be read; a value that cannot be spoils the whole.</remarks>
    public static class SettingsText
    {
        private const int NumberDigitsMax = 9;

        /// <summary>Version of the content.</summary>
        public const byte Version = 1;

        /// <summary>The settings as ASCII.</summary>
        public static byte[] Write(BoardSettings settings)
        {
            string text = "profile=" + settings.Profile + "\n"
                + "followers=" + settings.Followers + "\n"
                + "soc=" + settings.SocPermille + "\n"
                + "dialect=" + settings.Dialect + "\n"
                + "cadence=" + (int)settings.Cadence + "\n"
                + "wakes=" + (settings.WakesByItself ? 1 : 0) + "\n";
            for (int index = 0; index < BoardSettings.FollowersMax; index++)
            {
                if (settings.FollowerDips[index] != BoardSettings.DipByRule)
                {
                    text += "dip" + (index + 1) + "=" + settings.FollowerDips[index] + "\n";
                }
            }

            return Ascii.BytesOf(text);
        }

        /// <summary>Reads settings.</summary>
        /// <returns>Null if a line is none or a value is outside its range.</returns>
        public static BoardSettings Read(byte[] content)
        {
            BoardSettings settings = new BoardSettings();
            int start = 0;
            while (start < content.Length)
            {
                int end = start;
                while (end < content.Length && content[end] != '\n')
                {
                    end++;
                }

                if (!ReadLine(Ascii.TextOf(content, start, end - start), settings))
                {
                    return null;
                }

                start = end + 1;
            }

            return settings.FindProblem() == null ? settings : null;
        }

        /// <summary>Reads a whole number that is not negative; -1 if it is none.</summary>
        public static int NumberOf(string text)
        {
            if (text.Length == 0 || text.Length > NumberDigitsMax)
            {
                return -1;
            }

            int number = 0;
            for (int index = 0; index < text.Length; index++)
            {
                char digit = text[index];
                if (digit < '0' || digit > '9')
                {
                    return -1;
                }

                number = (number * 10) + (digit - '0');
            }

            return number;
        }

        private static bool ReadLine(string line, BoardSettings settings)
        {
            int equals = line.IndexOf('=');
            if (equals < 1)
            {
                return false;
            }

            string value = line.Substring(equals + 1);
            int number = NumberOf(value);
            string name = line.Substring(0, equals);
            switch (name)
            {
                case "profile":
                    settings.Profile = value;
                    return true;
                case "followers":
                    settings.Followers = number;
                    return number >= 0;
                case "soc":
                    settings.SocPermille = number;
                    return number >= 0;
                case "dialect":
                    settings.Dialect = value;
                    return true;
                case "cadence":
                    settings.Cadence = (Cadence)number;
                    return number >= (int)Cadence.Broadcast && number <= (int)Cadence.Both;
                case "wakes":
                    settings.WakesByItself = number == 1;
                    return number == 0 || number == 1;
                default:
                    return !name.StartsWith("dip") || ReadDip(NumberOf(name.Substring(3)), number, settings);
            }
        }

        private static bool ReadDip(int follower, int value, BoardSettings settings)
        {
            if (follower < 1 || follower > BoardSettings.FollowersMax || value < 0 || value > DipSwitch.BoardMax)
            {
                return false;
            }

            settings.FollowerDips[follower - 1] = value;
            return true;
        }
    }
}
