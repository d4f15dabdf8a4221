namespace System.IO
{
    public static class File
    {
        public extern static void Delete(string path);
        public extern static bool Exists(string path);
        public extern static void Move(string sourceFileName, string destFileName);
        public extern static byte[] ReadAllBytes(string path);
        public extern static void WriteAllBytes(string path, byte[] bytes);
    }
}
