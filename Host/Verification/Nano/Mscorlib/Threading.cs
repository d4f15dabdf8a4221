namespace System.Threading
{
    public sealed class Thread
    {
        public extern static void Sleep(int millisecondsTimeout);
    }
}
