using System.Buffers;
using System.Runtime.CompilerServices;

namespace Party.Demand.Buffering;

/// <summary>Where the arrays come from in which events travel, and where they go back to.</summary>
/// <remarks>
/// An array has one owner at a time. Only its last owner gives it back, and need not: one that is kept is
/// collected like any other. What is given back holds no event any more.
/// </remarks>
public static class EventArrays
{
    /// <summary>An array of at least the given length; what it holds is of no account.</summary>
    public static TEvent[] Rent<TEvent>(int length) => ArrayPool<TEvent>.Shared.Rent(length);

    /// <summary>Gives an array back. Nobody may look at it again.</summary>
    /// <param name="events">The part of the array that holds events.</param>
    public static void Return<TEvent>(ArraySegment<TEvent> events)
    {
        if (events.Array is not { Length: > 0 } array)
        {
            return;
        }

        Forget(events.AsSpan());
        ArrayPool<TEvent>.Shared.Return(array);
    }

    /// <summary>Lets go of events that have left, so that the array they were in does not keep them alive.</summary>
    internal static void Forget<TEvent>(Span<TEvent> left)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<TEvent>())
        {
            left.Clear();
        }
    }
}
