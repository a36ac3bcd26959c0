using System.Numerics;
using System.Runtime.InteropServices;

namespace Party.Flows.Keys;

/// <summary>Values by key, in the order in which the keys came, for keys whose hash is known already.</summary>
/// <remarks>A dictionary works every hash out again, which for words costs as much as all the rest.</remarks>
internal sealed class KeyTable<TKey, TValue>(KeyHash<TKey> hash)
{
    // Small, since every open window of a flow has a table.
    private const int FirstSize = 4;

    // So many that hardly any has two entries: a second one is a branch guessed wrong, and a line of memory more. With
    // four instead of one for each entry the first is mostly the right one.
    private const int BucketsPerEntry = 4;

    // One more than the index of the first entry of each bucket; 0 where there is none.
    private int[] _buckets = new int[BucketsPerEntry * FirstSize];
    private Entry[] _entries = new Entry[FirstSize];
    private int _shift = 32 - BitOperations.Log2(BucketsPerEntry * FirstSize);

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The entries, in the order in which their keys came.</summary>
    public Span<Entry> Entries => _entries.AsSpan(0, Count);

    /// <summary>The value of a key, which is a default value where the key is new.</summary>
    public ref TValue ValueOf(uint code, TKey key, out bool isNew)
    {
        var entries = _entries;
        for (var next = _buckets[code >> _shift] - 1; (uint)next < (uint)entries.Length;)
        {
            ref var entry = ref entries[next];
            if (entry.Hash == code && IsSame(entry.Key, key))
            {
                isNew = false;
                return ref entry.Value;
            }

            next = entry.Next;
        }

        isNew = true;
        return ref Add(code, key);
    }

    /// <summary>Forgets all keys, and keeps the room they took.</summary>
    public void Clear()
    {
        Array.Clear(_buckets);
        Array.Clear(_entries, 0, Count);
        Count = 0;
    }

    // The same string, most of the time, where strings come from somewhere that has each of them once.
    private bool IsSame(TKey one, TKey other) =>
        (!typeof(TKey).IsValueType && ReferenceEquals(one, other)) || hash.AreSame(one, other);

    private ref TValue Add(uint code, TKey key)
    {
        if (Count == _entries.Length)
        {
            Grow();
        }

        ref var bucket = ref _buckets[code >> _shift];
        ref var entry = ref _entries[Count];
        entry.Hash = code;
        entry.Next = bucket - 1;
        entry.Key = key;
        bucket = ++Count;
        return ref entry.Value;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, 2 * _entries.Length);
        _buckets = new int[BucketsPerEntry * _entries.Length];
        _shift--;
        for (var index = 0; index < Count; index++)
        {
            ref var bucket = ref _buckets[_entries[index].Hash >> _shift];
            _entries[index].Next = bucket - 1;
            bucket = index + 1;
        }
    }

    /// <summary>A key and its value.</summary>
    [StructLayout(LayoutKind.Auto)]
    public struct Entry
    {
        /// <summary>The key's hash.</summary>
        public uint Hash;

        /// <summary>The index of the next entry in the bucket, or −1.</summary>
        public int Next;

        /// <summary>The key.</summary>
        public TKey Key;

        /// <summary>The value.</summary>
        public TValue Value;
    }
}
