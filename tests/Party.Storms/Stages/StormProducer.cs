using Party.Actors;
using Party.Demand.Dispatching;
using Party.Storms.Scenarios;

namespace Party.Storms.Stages;

/// <summary>Makes numbers as they are asked for, up to its limit, and as it is told to.</summary>
internal sealed class StormProducer : Producer<int>
{
    private readonly StageState _state;
    private int _pending;

    public StormProducer(StageState state, ProducerOptions<int> options)
        : base(options)
    {
        _state = state;
        _state.IsGone = false;
        _state.Books = () => Books;
        Receive<Later>(_ => MakeSome());
        Receive<Act>(act => act.Kind == ActKind.Crash, act => throw new StormException(state.Plan.Name, act.Then));
        Receive<Act>(act => act.Kind == ActKind.Push, act => EmitSome(act.Count));
        Receive<Act>(act => act.Kind == ActKind.Inform, act => Inform(act with { Kind = ActKind.Push }));
    }

    private sealed record Later;

    protected override void PostStop() => _state.IsGone = true;

    protected override void HandleDemand(DemandIncrement demand)
    {
        if (!_state.Plan.IsLate)
        {
            EmitSome(demand.Total);
            return;
        }

        _pending += demand.Total;
        Self.Tell(new Later(), Self);
    }

    private void MakeSome()
    {
        var some = Math.Min(_pending, 3);
        _pending -= some;
        EmitSome(some);
        if (_pending > 0)
        {
            Self.Tell(new Later(), Self);
        }
    }

    private void EmitSome(int count)
    {
        while (count-- > 0 && !_state.IsExhausted)
        {
            Emit(_state.Make());
        }
    }
}
