using Akka.Actor;

namespace Party.Flows.Building;

/// <summary>The events of producers that the flow starts.</summary>
internal sealed class PropsEntry<TEvent>(string name, Func<IReadOnlyList<Props>> producers)
    : Entry<TEvent>
{
    /// <summary>Producers that a user gives.</summary>
    public PropsEntry(string name, IReadOnlyList<Props> producers)
        : this(name, () => producers)
    {
    }

    /// <inheritdoc/>
    public override Inflow<TEvent> Start(FlowStarter starter, int stages, Shape shape)
    {
        var started = producers().Select(props => starter.StartOther(props)).ToArray();
        starter.Hold(started);
        starter.Await(stages);
        return new() { Producers = started };
    }

    /// <inheritdoc/>
    public override string Describe(FlowOutline outline) => name;
}
