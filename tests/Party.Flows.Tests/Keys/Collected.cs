using Party.Flows.Operators;

namespace Party.Flows.Tests.Keys;

/// <summary>The end of a stage: keeps what comes.</summary>
internal sealed class Collected<TEvent> : Operator<TEvent>
{
    public List<TEvent> Events { get; } = [];

    public bool HasEnded { get; private set; }

    public override void Next(ReadOnlySpan<TEvent> events) => Events.AddRange(events);

    public override void End() => HasEnded = true;
}
