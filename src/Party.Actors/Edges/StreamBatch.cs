namespace Party.Actors.Edges;

/// <summary>Events that are handed over together.</summary>
internal sealed class StreamBatch<TEvent>(IReadOnlyList<TEvent> events)
{
    private readonly TaskCompletionSource _done = new();

    /// <summary>The events.</summary>
    public IReadOnlyList<TEvent> Events => events;

    /// <summary>Completes when the events are handled.</summary>
    public Task Done => _done.Task;

    /// <summary>The events are handled: more may be requested.</summary>
    public void Finish() => _done.TrySetResult();
}
