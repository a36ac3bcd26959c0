namespace Party.Actors;

/// <summary>Handles a batch of events; they are handled when it returns.</summary>
/// <param name="events">At most max-demand − min-demand of them, in order; good until the handler returns.</param>
public delegate void BatchHandler<TEvent>(ReadOnlySpan<TEvent> events);
