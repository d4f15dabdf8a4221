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
        private static readonly List<(WeakReference Item, int Bytes)> Tracked = [];
        private static bool _isOn;
        private static int _capacityBytes;
        private static int _usedBytes;

        /// <summary>Least that was free after a collection, bytes.</summary>
        public static int LowestFreeBytes { get; private set; }

        /// <summary>Most bytes that were allocated between two calls of <see cref="BeginMoment"/>, garbage included.</summary>
        public static int LargestMomentBytes { get; private set; }

        /// <summary>Allocations that failed.</summary>
        public static int FailureCount { get; private set; }

        private static int MomentBytes { get; set; }

        /// <summary>Starts to weigh.</summary>
        /// <param name="capacityBytes">What objects may take: the board's heap without tables, calls, and what nobody weighs.</param>
        public static void Start(int capacityBytes)
        {
            Tracked.Clear();
            _isOn = true;
            _usedBytes = 0;
            _capacityBytes = capacityBytes;
            LowestFreeBytes = capacityBytes;
            LargestMomentBytes = 0;
            FailureCount = 0;
            MomentBytes = 0;
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

        /// <summary>Counts allocations anew, as at the begin of a command.</summary>
        public static void BeginMoment()
        {
            MomentBytes = 0;
        }

        /// <summary>Forgets the largest moment, as after the start of a board, which allocates everything.</summary>
        public static void ForgetMoments()
        {
            MomentBytes = 0;
            LargestMomentBytes = 0;
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
        public static void OnText(string? text)
        {
            if (text is { Length: > 0 } && string.IsInterned(text) is null)
            {
                Add(text, NanoLayout.TextBytes(text.Length));
            }
        }

        private static void Add(object item, int bytes)
        {
            if (!_isOn)
            {
                return;
            }

            MomentBytes += bytes;
            LargestMomentBytes = Math.Max(LargestMomentBytes, MomentBytes);
            if (_usedBytes + bytes > _capacityBytes)
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
        }

        private static void Collect()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Tracked.RemoveAll(entry => !entry.Item.IsAlive);
            _usedBytes = 0;
            foreach ((WeakReference _, int bytes) in Tracked)
            {
                _usedBytes += bytes;
            }

            LowestFreeBytes = Math.Min(LowestFreeBytes, _capacityBytes - _usedBytes);
        }
    }
}
