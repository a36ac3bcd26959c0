namespace Party.Actors.Consuming;

/// <summary>The stage behind a <see cref="ConsumerSide{TEvent}"/>.</summary>
internal interface IEventHandler<TEvent>
{
    /// <summary>Handles a batch.</summary>
    void HandleEvents(ReadOnlySpan<TEvent> events);
}
