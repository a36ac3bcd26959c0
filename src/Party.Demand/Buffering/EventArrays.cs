using System.Numerics;
using System.Runtime.CompilerServices;

namespace Party.Demand.Buffering;

/// <summary>Where the arrays come from in which the events of one stage travel, and where they go back to.</summary>
/// <remarks>
/// <para>
/// An array has one owner at a time. Only its last owner gives it back, from any thread, and need not: one that is kept
/// is collected like any other, and a new one takes its place. What is given back holds no event any more.
/// </para>
/// <para>
/// Every stage has its own, of a bounded size: some arrays of each power of two from 16 to 131,072, and none that is
/// longer. Which of them is free is found by guessing; a wrong guess costs an array, never an event.
/// </para>
/// </remarks>
public sealed class EventArrays<TEvent> : ArrayOwner<TEvent>
{
    private const int SmallestLog = 4;
    private const int Sizes = 14;
    private const int MostKept = 256;
    private const int LeastKept = 8;
    private const int EventsKept = 16_384;
    private const int Guesses = 4;

    private readonly Shelf?[] _shelves = new Shelf?[Sizes];

    /// <summary>An array of at least the given length; what it holds is of no account.</summary>
    public TEvent[] Rent(int length)
    {
        var size = SizeOf(length);
        return size < Sizes
            ? _shelves[size]?.Take() ?? new TEvent[1 << (size + SmallestLog)]
            : new TEvent[length];
    }

    /// <inheritdoc/>
    public override void GiveBack(ArraySegment<TEvent> events)
    {
        if (events.Array is not { Length: > 0 } array)
        {
            return;
        }

        // Events are stored without asking what the array takes. A narrower one has no span, and is refused here.
        Forget(events.AsSpan());
        var size = SizeOf(array.Length);
        if (size < Sizes && array.Length == 1 << (size + SmallestLog))
        {
            (_shelves[size] ?? Shelf.For(ref _shelves[size], size)).Put(array);
        }
    }

    /// <summary>Lets go of events that have left, so that the array they were in does not keep them alive.</summary>
    internal static void Forget(Span<TEvent> left)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<TEvent>())
        {
            left.Clear();
        }
    }

    private static int SizeOf(int length) =>
        Math.Max(0, BitOperations.Log2((uint)Math.Max(1, length - 1)) + 1 - SmallestLog);

    // Arrays of one size. They are put and taken like a pile, as far as nobody comes in between.
    private sealed class Shelf(int places)
    {
        private readonly Place[] _places = new Place[places];
        private int _top;

        public static Shelf For(ref Shelf? shelf, int size)
        {
            var places = Math.Clamp(EventsKept >> (size + SmallestLog), LeastKept, MostKept);
            Interlocked.CompareExchange(ref shelf, new(places), null);
            return shelf;
        }

        public TEvent[]? Take()
        {
            var top = _top;
            for (var guess = 1; guess <= Guesses; guess++)
            {
                ref var place = ref At(top - guess);
                if (place.Array is not null && Interlocked.Exchange(ref place.Array, null) is { } array)
                {
                    _top = top - guess;
                    return array;
                }
            }

            return null;
        }

        public void Put(TEvent[] array)
        {
            var top = _top;
            for (var guess = 0; guess < Guesses; guess++)
            {
                ref var place = ref At(top + guess);
                if (place.Array is null && Interlocked.CompareExchange(ref place.Array, array, null) is null)
                {
                    _top = top + guess + 1;
                    return;
                }
            }
        }

        private ref Place At(int index) => ref _places[index & (_places.Length - 1)];
    }

    private struct Place
    {
        public TEvent[]? Array;
    }
}
