using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Tests.Instrument.Transcripts
{
    /// <summary>A store that has room for a number of lines.</summary>
    internal sealed class SmallStore(int lines) : ISettingsStore
    {
        private readonly MemorySettingsStore _store = new();
        private int _free = lines;

        public bool BeginWrite(int place) => _free >= 0 && _store.BeginWrite(place);

        public bool WriteLine(char[] text, int length) => _free-- > 0 && _store.WriteLine(text, length);

        public bool EndWrite() => _free > 0 && _store.EndWrite();

        public bool BeginRead(int place) => _store.BeginRead(place);

        public int ReadLine(char[] text) => _store.ReadLine(text);
    }
}
