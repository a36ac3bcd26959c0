namespace Akka.Actor.Cells;

/// <summary>The stash of one instance of an actor. Belongs to the actor's own thread.</summary>
internal sealed class CellStash(ActorCell cell, int capacity) : IStash
{
    private LinkedList<Envelope> _stashed = [];
    private long _lastTurn = -1;

    public int Count => _stashed.Count;

    public bool IsEmpty => Count == 0;

    public bool NonEmpty => Count > 0;

    public bool IsFull => capacity >= 0 && Count >= capacity;

    public int Capacity => capacity;

    public void Stash()
    {
        if (cell.CurrentMessage is null)
        {
            throw new IllegalActorStateException($"Cannot stash in {cell.Self}: no message is being handled.");
        }

        if (_lastTurn == cell.Turn)
        {
            throw new IllegalActorStateException(
                $"Cannot stash {cell.CurrentMessage} in {cell.Self} again: it is stashed already.");
        }

        // A capacity of 0 makes it full, but keeps nothing out.
        if (capacity > 0 && IsFull)
        {
            throw new StashOverflowException(
                $"Cannot stash {cell.CurrentMessage} in {cell.Self}: the stash holds {Count} of {capacity} messages. "
                + "Unstash earlier, or allow more by Props.WithStashCapacity or stash-capacity of its mailbox.");
        }

        _lastTurn = cell.Turn;
        _stashed.AddLast(cell.CurrentEnvelope);
    }

    public void Unstash()
    {
        if (_stashed.First is { } oldest)
        {
            _stashed.RemoveFirst();
            cell.PutBack(oldest.Value);
        }
    }

    public void UnstashAll() => UnstashAll(static _ => true);

    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        // The mailbox gives the last one put back first.
        foreach (var envelope in ClearStash().Where(predicate).Reverse())
        {
            cell.PutBack(envelope);
        }
    }

    public IEnumerable<Envelope> ClearStash()
    {
        var stashed = _stashed;
        _stashed = [];
        return stashed;
    }

    public void Prepend(IEnumerable<Envelope> envelopes)
    {
        foreach (var envelope in envelopes.Reverse())
        {
            _stashed.AddFirst(envelope);
        }
    }
}
