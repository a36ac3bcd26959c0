namespace Akka.Actor;

/// <summary>Messages that an actor has put aside for later.</summary>
/// <remarks>A restart, and a stop, put them back into the mailbox.</remarks>
public interface IStash
{
    /// <summary>How many are stashed.</summary>
    int Count { get; }

    /// <summary>Whether none is stashed.</summary>
    bool IsEmpty { get; }

    /// <summary>Whether any is stashed.</summary>
    bool NonEmpty { get; }

    /// <summary>Whether another one would overflow it.</summary>
    bool IsFull { get; }

    /// <summary>How many it holds at most; -1 for no limit.</summary>
    int Capacity { get; }

    /// <summary>Puts aside the message being handled.</summary>
    /// <exception cref="IllegalActorStateException">It is stashed already, or there is none.</exception>
    /// <exception cref="StashOverflowException">The stash is full.</exception>
    void Stash();

    /// <summary>Puts the oldest one back, to be handled next.</summary>
    void Unstash();

    /// <summary>Puts all back in their order, to be handled before what waits in the mailbox.</summary>
    void UnstashAll();

    /// <summary>Puts back those that fit, and drops the others.</summary>
    void UnstashAll(Func<Envelope, bool> predicate);

    /// <summary>Hands all over and forgets them.</summary>
    IEnumerable<Envelope> ClearStash();

    /// <summary>Stashes messages before those that are stashed already.</summary>
    void Prepend(IEnumerable<Envelope> envelopes);
}
