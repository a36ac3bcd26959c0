namespace Party.Demand.Buffering;

/// <summary>Whom an array of events is given back to.</summary>
public abstract class ArrayOwner<TEvent>
{
    private protected ArrayOwner()
    {
    }

    /// <summary>
    /// Gives an array back, once, by whoever got it. From any thread; who gave it back may not look at it again.
    /// </summary>
    /// <param name="events">The part of the array that holds events.</param>
    public abstract void GiveBack(ArraySegment<TEvent> events);
}
