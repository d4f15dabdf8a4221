namespace BatterySim.Host.Protocol
{
    /// <summary>How the bits of a signal are to be read.</summary>
    public enum SignalKind
    {
        /// <summary>A scaled number, with or without names for some of its values.</summary>
        Number = 0,

        /// <summary>One bit: yes or no.</summary>
        Flag = 1,

        /// <summary>ASCII characters, the first in the lowest byte, padded with spaces or zeros.</summary>
        Text = 2,

        /// <summary>Bytes shown as they are, because nobody has said what they mean or because they are not numbers.</summary>
        Bytes = 3,

        /// <summary>Two bits of 0x35A: raised, clear or not supported.</summary>
        Condition = 4,
    }
}
