namespace System
{
    public static class Console
    {
        public extern static void Write(string value);
        public extern static void WriteLine(string value);
    }
}
