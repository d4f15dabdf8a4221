using System;
using System.Collections.Generic;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>The heap of a board on the desktop: each allocation is weighed as on the board, and fails where it would there.</summary>
    /// <remarks>
    /// Instrumented code reports each object right after it was made. What is still alive is known exactly, from the desktop's own collector:
    /// each object is held by a weak reference beside its weight. Fragmentation is not modelled; nanoFramework compacts its heap.
    /// </remarks>
    public static class HeapModel
    {
        /// <summary>Heap that never fails and weighs nothing.</summary>
        public const int Unlimited = int.MaxValue;

        // A collection after so many bytes, however much is free: so what is alive is known at every moment, to this and no more.
        private const int SampleBytes = 512;

        private static readonly List<(WeakReference Item, int Bytes)> Tracked = [];
        private static bool _isOn;
        private static int _capacityBytes;
        private static int _usedBytes;
        private static int _sinceCollectionBytes;

        /// <summary>True to know what is alive at every moment, which takes a collection every 512 bytes; else only where memory runs out.</summary>
        public static bool IsSampling { get; set; }

        /// <summary>Least that was free, at most 512 bytes of garbage counted as in use, bytes; of worth only while <see cref="IsSampling"/>.</summary>
        public static int LowestFreeBytes { get; private set; }

        /// <summary>Least that was free since <see cref="BeginMoment"/>, bytes.</summary>
        public static int MomentLowestFreeBytes { get; private set; }

        /// <summary>Allocations that failed.</summary>
        public static int FailureCount { get; private set; }

        /// <summary>Starts to weigh.</summary>
        /// <param name="capacityBytes">What objects may take: the board's heap without tables, calls, and what nobody weighs.</param>
        public static void Start(int capacityBytes)
        {
            Tracked.Clear();
            _isOn = capacityBytes != Unlimited;
            IsSampling = false;
            _usedBytes = 0;
            _capacityBytes = capacityBytes;
            LowestFreeBytes = capacityBytes;
            MomentLowestFreeBytes = capacityBytes;
            FailureCount = 0;
        }

        /// <summary>Weighs nothing more.</summary>
        public static void Stop()
        {
            _isOn = false;
            Tracked.Clear();
        }

        /// <summary>What is free once the garbage is gone, bytes.</summary>
        public static int MeasureFreeBytes()
        {
            Collect();
            return _capacityBytes - _usedBytes;
        }

        /// <summary>Watches anew, as at the begin of a command.</summary>
        /// <returns>What is free now, bytes.</returns>
        public static int BeginMoment()
        {
            MomentLowestFreeBytes = int.MaxValue;
            return MeasureFreeBytes();
        }

        /// <summary>An object was made.</summary>
        public static void OnObject(object item, int bytes) => Add(item, bytes);

        /// <summary>An array was made.</summary>
        public static void OnArray(Array array)
        {
            ArgumentNullException.ThrowIfNull(array);
            Add(array, NanoLayout.ArrayBytes(array.GetType().GetElementType()!, array.Length));
        }

        /// <summary>A call returned a text; one of the program stays in flash.</summary>
        /// <returns>
        /// A copy, as a board would have made it: the desktop keeps the texts of small numbers indefinitely and returns the same ones again.
        /// </returns>
        public static string? OnText(string? text)
        {
            if (!_isOn || text is not { Length: > 0 } || string.IsInterned(text) is not null)
            {
                return text;
            }

            string copy = new(text.AsSpan());
            Add(copy, NanoLayout.TextBytes(copy.Length));
            return copy;
        }

        private static void Add(object item, int bytes)
        {
            if (!_isOn)
            {
                return;
            }

            _sinceCollectionBytes += bytes;
            if (_usedBytes + bytes > _capacityBytes || (IsSampling && _sinceCollectionBytes > SampleBytes))
            {
                Collect();
                if (_usedBytes + bytes > _capacityBytes)
                {
                    FailureCount++;
#pragma warning disable CA2201 // What the interpreter throws is what the firmware must survive.
                    throw new OutOfMemoryException();
#pragma warning restore CA2201
                }
            }

            _usedBytes += bytes;
            Tracked.Add((new WeakReference(item), bytes));
            if (IsSampling)
            {
                RecordFree();
            }
        }

        private static void Collect()
        {
            _sinceCollectionBytes = 0;
            GC.Collect();
            Tracked.RemoveAll(entry => !entry.Item.IsAlive);
            _usedBytes = 0;
            foreach ((WeakReference _, int bytes) in Tracked)
            {
                _usedBytes += bytes;
            }

            RecordFree();
        }

        private static void RecordFree()
        {
            int free = _capacityBytes - _usedBytes;
            LowestFreeBytes = Math.Min(LowestFreeBytes, free);
            MomentLowestFreeBytes = Math.Min(MomentLowestFreeBytes, free);
        }
    }
}
