namespace Party.Flows.Stages;

/// <summary>A stage that sends events to others.</summary>
internal interface IEmitter<TOut>
{
    /// <summary>Sends events on, in order.</summary>
    void Emit(ReadOnlySpan<TOut> events);
}
