using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>Everything that some objects hold on to, weighed as a board would have it.</summary>
    /// <remarks>
    /// The walk follows fields and elements from the roots through the types of some assemblies. What belongs to the desktop stands where a
    /// board has its devices; it is not entered and weighs nothing here. A text of the program is weighed for each field that holds it, since
    /// the interpreter makes an object each time that it loads one.
    /// </remarks>
    public sealed class LiveHeap
    {
        private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

        private readonly HashSet<Assembly> _assemblies;
        private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
        private readonly Queue<object> _queue = new();
        private readonly Dictionary<string, HeapShare> _shares = new(StringComparer.Ordinal);

        private LiveHeap(IEnumerable<Assembly> assemblies)
        {
            _assemblies = [.. assemblies];
        }

        /// <summary>Weighs what the static fields of the assemblies and some objects hold.</summary>
        public static IReadOnlyList<HeapShare> Weigh(IEnumerable<Assembly> assemblies, params object[] roots)
        {
            ArgumentNullException.ThrowIfNull(roots);
            var heap = new LiveHeap(assemblies);
            foreach (object root in roots)
            {
                heap.Hold(root);
            }

            foreach (FieldInfo field in heap._assemblies.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetFields(Static)))
            {
                if (!field.IsLiteral && !field.DeclaringType!.ContainsGenericParameters && field.FieldType.Name[0] != '<' && IsOfTheBoard(field))
                {
                    heap.Hold(field.GetValue(null));
                }
            }

            heap.Walk();
            return [.. heap._shares.Values.OrderByDescending(share => share.Bytes)];
        }

        // The compiler keeps the bytes of array initialisers in fields of a type of its own: on a board they are in flash.
        private static bool IsOfTheBoard(FieldInfo field) =>
            field.DeclaringType!.FullName![0] != '<' && field.DeclaringType.Name != "IlCounter";

        private void Walk()
        {
            while (_queue.TryDequeue(out object? item))
            {
                if (item is Array array)
                {
                    WalkArray(array);
                }
                else
                {
                    WalkObject(item);
                }
            }
        }

        private void WalkArray(Array array)
        {
            Type element = array.GetType().GetElementType()!;
            Add(element.Name + "[]", NanoLayout.ArrayBytes(element, array.Length));
            if (!element.IsPrimitive && !element.IsEnum)
            {
                foreach (object? value in array)
                {
                    Hold(value);
                }
            }
        }

        private void WalkObject(object item)
        {
            int fields = 0;
            for (Type? type = item.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(Declared))
                {
                    fields++;
                    if (!field.FieldType.IsPrimitive && !field.FieldType.IsEnum)
                    {
                        Hold(field.GetValue(item));
                    }
                }
            }

            Add(item.GetType().Name, NanoLayout.ObjectBytes(fields));
        }

        private void Hold(object? item)
        {
            if (item is null)
            {
                return;
            }

            if (item is string text)
            {
                HoldText(text);
            }
            else if (item is Delegate call)
            {
                if (_seen.Add(item))
                {
                    Add("delegates", NanoLayout.DelegateBytes);
                    Hold(call.Target);
                }
            }
            else if ((item is Array || _assemblies.Contains(item.GetType().Assembly)) && (item is ValueType || _seen.Add(item)))
            {
                _queue.Enqueue(item);
            }
        }

        private void HoldText(string text)
        {
            bool isLiteral = string.IsInterned(text) is { } interned && ReferenceEquals(interned, text);
            if (isLiteral)
            {
                Add("text in flash", NanoLayout.LiteralBytes);
            }
            else if (_seen.Add(text))
            {
                Add("text made at run time", NanoLayout.TextBytes(text.Length));
            }
        }

        private void Add(string kind, int bytes)
        {
            HeapShare share = _shares.GetValueOrDefault(kind) ?? new HeapShare(kind, 0, 0);
            _shares[kind] = share with { Count = share.Count + 1, Bytes = share.Bytes + bytes };
        }
    }
}
