using Party.Flows.Operators;

namespace Party.Flows.Stages;

/// <summary>The last step of a stage that sends events to others.</summary>
internal sealed class EmitOperator<TOut>(IEmitter<TOut> emitter, StageCounters counters) : Operator<TOut>
{
    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<TOut> events)
    {
        counters.Emitted += events.Length;
        emitter.Emit(events);
    }

    /// <inheritdoc/>
    public override void End()
    {
    }
}
