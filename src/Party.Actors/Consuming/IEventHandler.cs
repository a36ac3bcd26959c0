namespace Party.Actors.Consuming;

/// <summary>The stage behind a <see cref="ConsumerSide{TEvent}"/>.</summary>
internal interface IEventHandler<TEvent>
{
    /// <summary>
    /// Whether events may be handled now; those that come meanwhile wait, with all that comes after them.
    /// </summary>
    bool IsReady { get; }

    /// <summary>Whether the stage has told itself to stop: it handles nothing more, and wants nothing.</summary>
    bool IsStopping => false;

    /// <summary>Whether a batch is handled by <see cref="HandleEventsAsync"/>.</summary>
    bool IsAsync { get; }

    /// <summary>
    /// Whether the stage goes on with events after its handler returned, and says of each when it is finished.
    /// </summary>
    bool IsSupervisor => false;

    /// <summary>
    /// Whether the stage emits events, so that what it is sent is handled when all that is made of it has been.
    /// </summary>
    bool IsEmitting => false;

    /// <summary>Refuses a subscription that the stage can't keep.</summary>
    /// <exception cref="ArgumentException">It can't.</exception>
    void Check(SubscribeTo to)
    {
    }

    /// <summary>A producer has admitted a subscription.</summary>
    /// <returns>Who requests its events.</returns>
    SubscriptionMode OnSubscribe(ProducerSubscription subscription);

    /// <summary>A subscription has ended, or was rejected.</summary>
    void OnCancel(ProducerSubscription subscription, Cancellation cancellation);

    /// <summary>A message's turn has come among what waited to be handled.</summary>
    void OnDue(object message);

    /// <summary>A handler that may wait has ended, well or not.</summary>
    void OnHandled()
    {
    }

    /// <summary>No handler waits, and the next one has not begun: what had to wait for that comes now.</summary>
    void OnFree()
    {
    }

    /// <summary>Handles a batch.</summary>
    void HandleEvents(ReadOnlySpan<TEvent> events);

    /// <summary>Handles a batch.</summary>
    ValueTask HandleEventsAsync(IReadOnlyList<TEvent> events, CancellationToken cancellationToken);

    /// <summary>The stage is to stop, since its producer ended well.</summary>
    /// <returns>Whether it sees to that by itself.</returns>
    bool TryStopInOrder() => false;
}
