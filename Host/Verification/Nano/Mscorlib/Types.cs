using System.Collections;

namespace System
{
    public abstract class Array : ICollection
    {
        protected extern Array();
        public extern int Length { get; }
        extern int ICollection.Count { get; }
        public extern IEnumerator GetEnumerator();
        public extern object GetValue(int index);
        public extern static void Clear(Array array, int index, int length);
        public extern static void Copy(Array sourceArray, Array destinationArray, int length);
        public extern static void Copy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length);
    }

    public abstract class Type : Reflection.MemberInfo
    {
        protected extern Type();
        public extern string FullName { get; }
        public extern static Type GetTypeFromHandle(RuntimeTypeHandle handle);
        public extern virtual bool IsInstanceOfType(object o);
    }

    public abstract class Delegate
    {
        protected extern Delegate();
        public extern static Delegate Combine(Delegate a, Delegate b);
        public extern static Delegate Remove(Delegate source, Delegate value);
        public extern static bool operator ==(Delegate d1, Delegate d2);
        public extern static bool operator !=(Delegate d1, Delegate d2);
    }

    public abstract class MulticastDelegate : Delegate
    {
        protected extern MulticastDelegate();
    }

    public delegate void Action();

    public interface IDisposable
    {
        void Dispose();
    }

    public readonly struct SpanByte
    {
        public extern SpanByte(byte[] array, int start, int length);
        public extern int Length { get; }
        public extern byte this[int index] { get; set; }
    }

    public struct RuntimeTypeHandle
    {
    }

    public struct RuntimeFieldHandle
    {
    }

    public static class Convert
    {
        public extern static byte ToByte(string value, int fromBase = 10);
    }
}

namespace System.Collections
{
    public interface IEnumerable
    {
        IEnumerator GetEnumerator();
    }

    public interface IEnumerator
    {
        object Current { get; }
        bool MoveNext();
        void Reset();
    }

    public interface ICollection : IEnumerable
    {
        int Count { get; }
    }
}

namespace System.Reflection
{
    public abstract class MemberInfo
    {
        protected extern MemberInfo();
        public abstract string Name { get; }
    }
}
