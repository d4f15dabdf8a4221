using System;
using System.Linq;
using System.Text;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>Notices HTTP on a port that speaks lines of text, so that a web page cannot command it.</summary>
    /// <remarks>
    /// A browser lets any page send a POST to a port of this machine, and the body of it is what the page likes. No line of SCPI, slcan or
    /// socketcand begins with a method of HTTP and a blank, or with a word, a colon and a blank as a header does.
    /// </remarks>
    public sealed class HttpGuard
    {
        private const int LookedAt = 64;

        private static readonly string[] Methods =
        [
            "GET ", "POST ", "PUT ", "HEAD ", "DELETE ", "OPTIONS ", "PATCH ", "CONNECT ", "TRACE ", "PRI ",
        ];

        private readonly char[] _line = new char[LookedAt];
        private int _length;

        /// <summary>True once HTTP was seen. What came in the same piece is not to be carried out.</summary>
        public bool IsTripped { get; private set; }

        /// <summary>Looks at the next piece of what a client sends.</summary>
        /// <returns>True if the piece may be used.</returns>
        public bool Admits(ReadOnlySpan<byte> bytes)
        {
            for (int index = 0; index < bytes.Length && !IsTripped; index++)
            {
                byte value = bytes[index];
                if (value is (byte)'\n' or (byte)'\r')
                {
                    _length = 0;
                }
                else if (_length < LookedAt)
                {
                    _line[_length++] = (char)value;
                    IsTripped = value == ' ' && IsHttp(_line.AsSpan(0, _length));
                }
            }

            return !IsTripped;
        }

        /// <summary>True if what a client has sent so far begins an HTTP request: for a binary protocol, in which later lines mean nothing.</summary>
        public static bool BeginsRequest(ReadOnlySpan<byte> bytes)
        {
            string begin = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LookedAt)]);
            return Array.Exists(Methods, method => begin.StartsWith(method, StringComparison.Ordinal));
        }

        private static bool IsHttp(ReadOnlySpan<char> line)
        {
            string begin = new(line);
            return Methods.Contains(begin, StringComparer.Ordinal) || IsHeader(line);
        }

        // "Host: ", "Content-Type: " and the like; a header of SCPI has no blank behind its colon.
        private static bool IsHeader(ReadOnlySpan<char> line)
        {
            if (line.Length < 3 || line[^2] != ':' || !char.IsAsciiLetter(line[0]))
            {
                return false;
            }

            foreach (char character in line[..^2])
            {
                if (!char.IsAsciiLetterOrDigit(character) && character != '-')
                {
                    return false;
                }
            }

            return true;
        }
    }
}
