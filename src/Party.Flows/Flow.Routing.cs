using Akka.Actor;
using Party.Demand.Partitions;
using Party.Flows.Building;
using Party.Flows.Keys;
using Party.Flows.Placing;

namespace Party.Flows;

/// <content>Which stage an event goes to.</content>
public partial class Flow<TEvent>
{
    /// <summary>Shares the events out anew, to whichever stage asks for most.</summary>
    /// <param name="options">The stages that do what follows; like those before by default.</param>
    public EntryFlow<TEvent> Shuffle(FlowOptions? options = null) =>
        Flow.Hop([this], Hop<TEvent>.Shuffled, options);

    /// <summary>
    /// The events go through producer-consumers of one's own, which the flow starts, drains and stops.
    /// </summary>
    /// <typeparam name="TResult">What they emit.</typeparam>
    /// <param name="producerConsumers">
    /// What to start them with: producer-consumers without subscriptions of their own; at least one. Every event goes
    /// to whichever of them asks for most.
    /// </param>
    /// <param name="options">The stages that do what follows; like those before by default.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public EntryFlow<TResult> Through<TResult>(IEnumerable<Props> producerConsumers, FlowOptions? options = null)
    {
        var between = Flow.Some(producerConsumers, nameof(Through));
        return Flow.Begin(
            new ThroughEntry<TEvent, TResult>(
                Layer, between.Length, (starter, after) => starter.StartOwn(between, after, Layer.Shape.Options)),
            options ?? Layer.Shape.Options);
    }

    /// <summary>
    /// The events go through producer-consumers that are there already, and go on when the flow has ended.
    /// </summary>
    /// <remarks>The flow does not know when they have no more: it ends when they do, or when it is cancelled.</remarks>
    /// <typeparam name="TResult">What they emit.</typeparam>
    /// <param name="producerConsumers">At least one. They are told to subscribe.</param>
    /// <param name="options">The stages that do what follows; like those before by default.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public EntryFlow<TResult> Through<TResult>(
        IEnumerable<IActorRef> producerConsumers, FlowOptions? options = null)
    {
        var between = Flow.Some(producerConsumers, nameof(Through));
        return Flow.Begin(
            new ThroughEntry<TEvent, TResult>(
                Layer, between.Length, (starter, after) => starter.Connect(between, after, Layer.Shape.Options)),
            options ?? Layer.Shape.Options);
    }

    /// <summary>Events of the same key go to the same stage, for as long as the flow runs.</summary>
    /// <param name="keySelector">An event's key, never null.</param>
    /// <param name="options">The stages that do what follows; like those before by default.</param>
    /// <param name="comparer">Which keys are the same; as they have it by default.</param>
    public EntryFlow<TEvent> PartitionBy<TKey>(
        Func<TEvent, TKey> keySelector, FlowOptions? options = null, IEqualityComparer<TKey>? comparer = null)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        var hash = KeyHash.For(comparer);
        var stages = (options ?? Layer.Shape.Options).Stages;
        return Partition(
            nameof(PartitionBy),
            "by key",
            item => keySelector(item) is { } key
                ? KeyHash<TKey>.StageOf(hash.Of(key), stages)
                : throw FlowException.NoKey(nameof(PartitionBy), item),
            options);
    }

    /// <summary>Every event goes to the stage that a function names.</summary>
    /// <remarks>
    /// With <see cref="Demand.Hashing.StableHash"/> it is the same stage in every process, on every machine.
    /// </remarks>
    /// <param name="stageOf">The index of the event's stage, from 0; −1 where the event is to be left out.</param>
    /// <param name="options">The stages that do what follows; like those before by default.</param>
    public EntryFlow<TEvent> Partition(Func<TEvent, int> stageOf, FlowOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stageOf);
        return Partition(nameof(Partition), "by function", stageOf, options);
    }

    private EntryFlow<TEvent> Partition(
        string name, string text, Func<TEvent, int> stageOf, FlowOptions? options)
    {
        var shape = new Shape((options ?? Layer.Shape.Options).Checked()) { IsPartitioned = true };
        var stages = shape.Options.Stages;
        var placed = Layer.Then<Placed<TEvent>>(
            Layer.Shape, (_, following) => new PlaceOperator<TEvent>(name, stageOf, stages, following));
        var hop = Hop<Placed<TEvent>>.Partitioned(
            text, static _ => PartitionSelector.ByIndex<Placed<TEvent>>(static item => item.Stage));
        return new(new Layer<Placed<TEvent>, TEvent>(
            new HopEntry<Placed<TEvent>>([placed], hop),
            shape,
            static (_, following) => new ArriveOperator<TEvent>(following)));
    }
}
