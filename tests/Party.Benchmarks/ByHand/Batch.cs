using System.Buffers;

namespace Party.Benchmarks.ByHand;

/// <summary>Events in a pooled array, of which one has it at a time.</summary>
internal readonly record struct Batch<T>(T[] Array, int Count)
{
    public ReadOnlySpan<T> Items => Array.AsSpan(0, Count);

    /// <summary>Gives the array back.</summary>
    public void Return() => ArrayPool<T>.Shared.Return(Array, clearArray: !typeof(T).IsPrimitive);
}
