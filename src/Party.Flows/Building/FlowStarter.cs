using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;
using Party.Flows.Operators;
using Party.Flows.Running;

namespace Party.Flows.Building;

/// <summary>Starts the stages of one run, as children of its coordinator.</summary>
internal sealed class FlowStarter(IActorContext context, FlowRunOptions options)
{
    private readonly List<LayerCounters> _layers = [];
    private readonly List<IActorRef> _held = [];
    private readonly HashSet<IActorRef> _others = [];
    private int _owned;

    /// <summary>What becomes of events that a stage failed with.</summary>
    public DeliveryMode Delivery => options.Restarts > 0 ? DeliveryMode.AtLeastOnce : DeliveryMode.AtMostOnce;

    /// <summary>The stages that wait until all others have subscribed.</summary>
    public IReadOnlyList<IActorRef> Held => _held;

    /// <summary>How many stages say that they have subscribed.</summary>
    public int Subscribing { get; private set; }

    /// <summary>How many subscriptions of stages of a user's have to be made.</summary>
    public int Connecting { get; private set; }

    /// <summary>All stages.</summary>
    public List<IActorRef> Stages { get; } = [];

    /// <summary>The stages of a user's among them, which have to be told when the flow ends.</summary>
    public List<OwnStages> Own { get; } = [];

    /// <summary>What the layers have done so far.</summary>
    public IReadOnlyList<LayerProgress> Progress => [.. _layers.Select(static layer => layer.Read())];

    /// <summary>The number of the next layer to be started.</summary>
    public int NextLayer() => _layers.Count + 1;

    /// <summary>Where the next stage of a layer counts what it does.</summary>
    public StageCounters NewCounters(int layer, Shape shape)
    {
        if (_layers.Count < layer)
        {
            _layers.Add(new(layer));
        }

        if (options.Restarts > 0 && shape.Stateful is { } stateful)
        {
            throw new InvalidOperationException(
                $"Expected operators that keep nothing where stages are restarted, got {stateful}. What it keeps would "
                + $"be lost with the stage. Leave out {nameof(FlowRunOptions.Restarts)}.");
        }

        return _layers[layer - 1].Add();
    }

    /// <summary>Makes sure that no stage is restarted, since others would not wait for it.</summary>
    /// <exception cref="InvalidOperationException">Some are.</exception>
    public void CheckBroadcast()
    {
        if (options.Restarts > 0)
        {
            throw new InvalidOperationException(
                $"Expected no {nameof(Flow.Broadcast)} where stages are restarted, got {options.Restarts} "
                + $"{nameof(FlowRunOptions.Restarts)}. A stage would miss what the others get while it is restarted. "
                + $"Leave out {nameof(FlowRunOptions.Restarts)}.");
        }
    }

    /// <summary>Starts a stage.</summary>
    public IActorRef Start(Props props, string name)
    {
        var stage = context.Watch(context.ActorOf(props, name));
        Stages.Add(stage);
        return stage;
    }

    /// <summary>Starts a stage that knows nothing of the flow it is in.</summary>
    public IActorRef StartOther(Props props)
    {
        var other = Start(props, $"own-{++_owned}");
        _others.Add(other);
        return other;
    }

    /// <summary>Whether a stage knows nothing of the flow it is in.</summary>
    public bool IsOther(IActorRef stage) => _others.Contains(stage);

    /// <summary>Consumers of somebody else's: when all are gone, nobody wants anything more.</summary>
    public HashSet<IActorRef> Consumers { get; } = [];

    /// <summary>Lets consumers of somebody else's subscribe to the last stages.</summary>
    public void ConnectLast(IReadOnlyList<IActorRef> consumers, IReadOnlyList<IActorRef> stages, FlowOptions options)
    {
        Consumers.UnionWith(consumers.Select(context.Watch));
        Connect(consumers, stages, options);
    }

    /// <summary>Starts stages of a user's, and lets each of them subscribe to others.</summary>
    public IReadOnlyList<IActorRef> StartOwn(
        IEnumerable<Props> stages, IReadOnlyList<IActorRef> after, FlowOptions options)
    {
        var own = Connect([.. stages.Select(props => StartOther(props))], after, options);
        Own.Add(new(own, after));
        return own;
    }

    /// <summary>A subscription to a stage of the last layer, which is over when the stage is.</summary>
    public static SubscribeTo ToLast(IActorRef stage, FlowOptions options) => new(stage, new()
    {
        MaxDemand = options.MaxDemand,
        MinDemand = options.MinDemand,
        Cancel = CancelMode.Temporary,
    });

    /// <summary>Lets consumers subscribe to stages.</summary>
    /// <returns>The consumers.</returns>
    public IReadOnlyList<IActorRef> Connect(
        IReadOnlyList<IActorRef> consumers, IReadOnlyList<IActorRef> stages, FlowOptions options)
    {
        var pairs = consumers.SelectMany(_ => stages, static (consumer, stage) => (consumer, stage));
        foreach (var (consumer, stage) in pairs)
        {
            Connecting++;
            consumer.Tell(new MakeSubscription(ToLast(stage, options)), context.Self);
        }

        return consumers;
    }

    /// <summary>These stages read, and begin when all others have subscribed.</summary>
    public void Hold(IEnumerable<IActorRef> stages) => _held.AddRange(stages);

    /// <summary>So many stages say when they have subscribed.</summary>
    public void Await(int stages) => Subscribing += stages;

    private sealed class LayerCounters(int number)
    {
        private readonly List<StageCounters> _stages = [];

        public StageCounters Add()
        {
            var counters = new StageCounters();
            _stages.Add(counters);
            return counters;
        }

        public LayerProgress Read() => new(
            number,
            _stages.Count,
            _stages.Sum(static stage => stage.Received),
            _stages.Sum(static stage => stage.Emitted),
            _stages.Sum(static stage => stage.Late));
    }
}
