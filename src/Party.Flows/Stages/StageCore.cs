using Akka.Actor;
using Party.Demand.Subscriptions;
using Party.Flows.Operators;

namespace Party.Flows.Stages;

/// <summary>The work of one stage, whatever the actor is that does it.</summary>
internal sealed class StageCore<TEntry>
{
    private readonly Dictionary<SubscriptionId, int> _upstreams = [];
    private readonly HashSet<SubscriptionId> _ended = [];
    private readonly List<IActorRef> _expected = [];
    private readonly StageScope _scope;
    private readonly Operator<TEntry> _head;

    private StageCore(StageScope scope, Operator<TEntry> head) => (_scope, _head) = (scope, head);

    /// <summary>Whether nothing more comes.</summary>
    public bool IsOver { get; private set; }

    /// <summary>What the stage has done so far.</summary>
    public StageCounters Counters => _scope.Counters;

    /// <summary>The windows of the stage.</summary>
    public IReadOnlyList<IWindowed> Windows => _scope.Windows;

    /// <summary>The work of a stage that sends its events to an operator.</summary>
    public static StageCore<TEntry> Of<TOut>(
        StagePlan<TEntry, TOut> plan, Func<StageScope, Operator<TOut>> tail, Func<TimeSpan> clock)
    {
        var scope = new StageScope(plan.Index, plan.Count, plan.Counters, clock);
        var core = new StageCore<TEntry>(scope, plan.Chain(scope, tail(scope)));
        plan.OnStart?.Invoke(plan.Index, plan.Count);
        return core;
    }

    /// <summary>The stage begins: it reads by itself, or is subscribed to these.</summary>
    public void Start(params IEnumerable<IActorRef> producers)
    {
        _expected.AddRange(producers);
        foreach (var window in _scope.Windows)
        {
            window.Start(Math.Max(1, _expected.Count));
        }
    }

    /// <summary>Whether an upstream stage has admitted a subscription.</summary>
    public bool HasMet(SubscriptionId id) => _upstreams.ContainsKey(id);

    /// <summary>An upstream stage has admitted a subscription, or will never.</summary>
    /// <returns>Whether it was the last one that was waited for.</returns>
    public bool Meet(SubscriptionId id, IActorRef producer) =>
        !_upstreams.ContainsKey(id) && _upstreams.TryAdd(id, IndexOf(producer)) && _upstreams.Count == _expected.Count;

    /// <summary>A batch came.</summary>
    public void Receive(SubscriptionId id, ReadOnlySpan<TEntry> events)
    {
        _scope.Upstream = _upstreams[id];
        Receive(events);
    }

    /// <summary>A batch was read, or came from the only upstream stage.</summary>
    public void Receive(ReadOnlySpan<TEntry> events)
    {
        _scope.Counters.Received += events.Length;
        _head.Next(events);
    }

    /// <summary>An upstream stage has ended.</summary>
    /// <returns>Whether it was the last.</returns>
    public bool End(SubscriptionId id)
    {
        if (!_ended.Add(id))
        {
            return false;
        }

        if (_ended.Count == _expected.Count)
        {
            End();
            return true;
        }

        foreach (var window in _scope.Windows)
        {
            window.End(_upstreams[id]);
        }

        return false;
    }

    /// <summary>Nothing more comes.</summary>
    public void End()
    {
        if (!IsOver)
        {
            IsOver = true;
            _head.End();
        }
    }

    /// <summary>Every open window fires.</summary>
    public void Fire(string name)
    {
        if (!IsOver)
        {
            _scope.Fire(name);
        }
    }

    /// <summary>A timer of a window has run out.</summary>
    public void Tick(StageTimer timer)
    {
        if (!IsOver)
        {
            _scope.Windows[timer.Window].Tick(timer.Number);
        }
    }

    // The same producer may be there more than once.
    private int IndexOf(IActorRef producer)
    {
        var index = _expected.IndexOf(producer);
        while (_upstreams.ContainsValue(index))
        {
            index = _expected.IndexOf(producer, index + 1);
        }

        return index;
    }
}
