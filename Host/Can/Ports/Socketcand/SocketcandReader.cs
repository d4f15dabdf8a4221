using System;

namespace BatterySim.Host.Can.Ports.Socketcand
{
    /// <summary>Cuts a stream of bytes into messages between &lt; and &gt;. What lies outside or is too long is malformed data.</summary>
    internal sealed class SocketcandReader
    {
        private readonly LineBuffer _message = new(SocketcandText.MessageLengthMax);
        private bool _isInside;
        private bool _isInMalformed;

        /// <summary>What became of one byte.</summary>
        public enum Outcome
        {
            /// <summary>More bytes are needed.</summary>
            More = 0,

            /// <summary><see cref="Message"/> is complete until the next byte.</summary>
            Message = 1,

            /// <summary>A run of bytes makes no sense; said once a run.</summary>
            Malformed = 2,
        }

        /// <summary>What stood between the brackets.</summary>
        public ReadOnlySpan<byte> Message => _message.Bytes;

        /// <summary>Takes one byte.</summary>
        public Outcome Take(byte value)
        {
            switch (value)
            {
                case (byte)'<':
                    bool wasInside = _isInside;
                    _isInside = true;
                    _isInMalformed = false;
                    _message.Clear();
                    return wasInside ? Outcome.Malformed : Outcome.More;
                case (byte)'>' when _isInside:
                    _isInside = false;
                    return _message.IsOverlong ? Outcome.Malformed : Outcome.Message;
                case (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t' when !_isInside:
                    return Outcome.More;
                default:
                    if (_isInside)
                    {
                        _message.Add(value);
                        return Outcome.More;
                    }

                    bool isNew = !_isInMalformed;
                    _isInMalformed = true;
                    return isNew ? Outcome.Malformed : Outcome.More;
            }
        }
    }
}
