namespace System.IO
{
    public abstract class Stream
    {
        protected extern Stream();
    }
}
