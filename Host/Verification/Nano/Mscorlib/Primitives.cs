namespace System
{
    public class Object
    {
        public extern Object();
        public extern virtual string ToString();
        public extern virtual bool Equals(object obj);
        public extern static bool Equals(object objA, object objB);
        public extern static bool ReferenceEquals(object objA, object objB);
        public extern virtual int GetHashCode();
        public extern Type GetType();
    }

    public abstract class ValueType
    {
        protected extern ValueType();
        public extern override bool Equals(object obj);
    }

    public abstract class Enum : ValueType
    {
        protected extern Enum();
    }

    public struct Void
    {
    }

    public struct Boolean
    {
        private bool _value;
        public extern override string ToString();
    }

    public struct Byte
    {
        public const byte MaxValue = 255;
        public const byte MinValue = 0;
        private byte _value;
        public extern override string ToString();
        public extern string ToString(string format);
    }

    public struct SByte
    {
        private sbyte _value;
        public extern override string ToString();
    }

    public struct Char
    {
        private char _value;
        public extern override string ToString();
        public extern char ToLower();
        public extern char ToUpper();
    }

    public struct Int16
    {
        public const short MaxValue = 32767;
        public const short MinValue = -32768;
        private short _value;
        public extern override string ToString();
        public extern string ToString(string format);
    }

    public struct UInt16
    {
        public const ushort MaxValue = 65535;
        public const ushort MinValue = 0;
        private ushort _value;
        public extern override string ToString();
        public extern string ToString(string format);
    }

    public struct Int32
    {
        public const int MaxValue = 2147483647;
        public const int MinValue = -2147483648;
        private int _value;
        public extern override string ToString();
        public extern string ToString(string format);
    }

    public struct UInt32
    {
        public const uint MaxValue = 4294967295;
        public const uint MinValue = 0;
        private uint _value;
        public extern override string ToString();
        public extern string ToString(string format);
    }

    public struct Int64
    {
        public const long MaxValue = 9223372036854775807;
        public const long MinValue = -9223372036854775808;
        private long _value;
        public extern override string ToString();
        public extern string ToString(string format);
    }

    public struct UInt64
    {
        private ulong _value;
        public extern override string ToString();
    }

    public struct Single
    {
        public const float MaxValue = 3.4028235E+38f;
        public const float MinValue = -3.4028235E+38f;
        private float _value;
        public extern override string ToString();
        public extern string ToString(string format);
    }

    public struct Double
    {
        private double _value;
        public extern override string ToString();
        public extern string ToString(string format);
    }

    public struct IntPtr
    {
    }

    public struct UIntPtr
    {
    }
}
