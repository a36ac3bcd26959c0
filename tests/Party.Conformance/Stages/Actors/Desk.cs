using Akka.Actor;

namespace Party.Conformance.Stages.Actors;

/// <summary>Where the answers of the stages under test come in.</summary>
public sealed class Desk : UntypedActor
{
    private readonly Action<object> _take;

    public Desk(Action<object> take) => _take = take;

    protected override void OnReceive(object message) => _take(message);
}
