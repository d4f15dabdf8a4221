namespace System
{
    public sealed class String
    {
        public static readonly string Empty;

        public extern String(char[] value);
        public extern String(char[] value, int startIndex, int length);
        public extern String(char c, int count);

        public extern int Length { get; }

        [System.Runtime.CompilerServices.IndexerName("Chars")]
        public extern char this[int index] { get; }

        public extern static bool operator ==(string a, string b);
        public extern static bool operator !=(string a, string b);
        public extern override bool Equals(object obj);
        public extern static bool Equals(string a, string b);
        public extern static string Concat(object arg0);
        public extern static string Concat(object arg0, object arg1);
        public extern static string Concat(object arg0, object arg1, object arg2);
        public extern static string Concat(params object[] args);
        public extern static string Concat(string str0, string str1);
        public extern static string Concat(string str0, string str1, string str2);
        public extern static string Concat(string str0, string str1, string str2, string str3);
        public extern static string Concat(params string[] values);
        public extern static int Compare(string strA, string strB);
        public extern int CompareTo(string strB);
        public extern static bool IsNullOrEmpty(string value);
        public extern bool Contains(string value);
        public extern bool StartsWith(string value);
        public extern bool EndsWith(string value);
        public extern int IndexOf(char value);
        public extern int IndexOf(char value, int startIndex);
        public extern int IndexOf(string value);
        public extern int LastIndexOf(char value);
        public extern string Substring(int startIndex);
        public extern string Substring(int startIndex, int length);
        public extern string Trim();
        public extern string ToLower();
        public extern string ToUpper();
        public extern char[] ToCharArray();
        public extern string[] Split(params char[] separator);
        public extern override string ToString();
    }
}
