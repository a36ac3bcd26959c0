using Party.Actors;
using Party.Demand.Dispatching;
using Party.Storms.Scenarios;

namespace Party.Storms.Stages;

/// <summary>Makes numbers as they are asked for, up to its limit, and as it is told to.</summary>
internal sealed class StormProducer : Producer<int>
{
    private readonly StageState _state;

    // Asked for, of it by partition, and not yet made.
    private readonly int[] _pendingFor;
    private int _pending;

    public StormProducer(StageState state, ProducerOptions<int> options)
        : base(options)
    {
        _state = state;
        _pendingFor = new int[state.Plan.Partitions + MapPlan.MostAdded];
        _state.IsGone = false;
        _state.Books = () => Books;
        Receive<Later>(_ => MakeSomeLater());
        Receive<Act>(act => act.Kind == ActKind.Crash, act => throw new StormException(state.Plan.Name, act.Then));
        Receive<Act>(act => act.Kind == ActKind.Push, act => EmitSome(act.Count));
        Receive<Act>(act => act.Kind == ActKind.Inform, act => Inform(act with { Kind = ActKind.Push }));
    }

    private sealed record Later;

    protected override void PostStop() => _state.IsGone = true;

    protected override void HandleDemand(DemandIncrement demand)
    {
        _pending += demand.Total;
        foreach (var (partition, count) in demand.Partitions)
        {
            _pendingFor[partition] += _state.Plan.IsAddressed ? count : 0;
        }

        if (_state.Plan.IsLate)
        {
            Self.Tell(new Later(), Self);
        }
        else
        {
            MakeSome(_pending);
        }
    }

    private void MakeSome(int count)
    {
        var some = Math.Min(_pending, count);
        _pending -= some;
        while (some > 0 && TryMakeForSomebody())
        {
            some--;
        }

        EmitSome(some);
    }

    private void MakeSomeLater()
    {
        MakeSome(3);
        if (_pending > 0)
        {
            Self.Tell(new Later(), Self);
        }
    }

    private bool TryMakeForSomebody()
    {
        var partition = Array.FindIndex(_pendingFor, static pending => pending > 0);
        if (partition < 0 || _state.IsExhausted)
        {
            return false;
        }

        _pendingFor[partition]--;
        Emit(_state.MakeFor(partition));
        return true;
    }

    private void EmitSome(int count)
    {
        while (count-- > 0 && !_state.IsExhausted)
        {
            Emit(_state.Make());
        }
    }
}
