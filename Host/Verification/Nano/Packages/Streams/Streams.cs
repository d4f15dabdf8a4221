namespace System.IO
{
    public abstract class Stream : MarshalByRefObject, IDisposable
    {
        protected extern Stream();
        public abstract long Length { get; }
        public abstract long Position { get; set; }
        public extern virtual void Close();
        public extern void Dispose();
        public abstract int Read(byte[] buffer, int offset, int count);
        public abstract void Write(byte[] buffer, int offset, int count);
    }
}
