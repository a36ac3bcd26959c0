using System.Collections.Immutable;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Storms.Scenarios;

namespace Party.Storms.Defects;

/// <summary>A defect, put in place of what is right.</summary>
/// <param name="Name">Its number: D for one of GenStage, R for one of redelivery, P for one of partitions.</param>
/// <param name="Text">What is wrong.</param>
public sealed record Defect(string Name, string Text)
{
    /// <summary>From the product's dispatcher to one that has it; null where it is not the dispatcher's.</summary>
    public Func<DispatcherOptions<int>, StagePlan, DispatcherOptions<int>>? Replace { get; private init; }

    /// <summary>What the stages do wrong.</summary>
    public StageDefect Stage { get; private init; }

    /// <summary>Words of the law that has to find it; none where any law may.</summary>
    public string Law { get; private init; } = "";

    public static ImmutableArray<Defect> All { get; } =
    [
        new("D1", "a broadcast never gets over events that came while nobody could take them")
        {
            Replace = Broadcast,
        },
        new("D2", "demand that was asked for once does not look at what waits") { Replace = Demand },
        Partitioned("D3", "an event without a partition eats demand", PartitionDefect.EatsDemand),
        Partitioned("D4", "what is queued for a consumer goes down with it", PartitionDefect.DropsQueued),
        Partitioned("D5", "a bad subscription crashes the producer", PartitionDefect.Raises),
        new("D6", "one pool of demand: a slow partition comes to hold all of it")
        {
            Replace = Pool,
            Law = "whatever the others do",
        },
        Delivering("R1", "what comes back is not handed on, though there is demand", DeliveryDefect.Refuses),
        Delivering("R2", "an event that came back is dropped", DeliveryDefect.Drops),
        Delivering("R3", "what comes back is handed on in another order", DeliveryDefect.Reorders),
        Delivering("R4", "what comes back is placed once more", DeliveryDefect.SelectsAgain),
        Delivering("R5", "a delivery does not say what it was made of", DeliveryDefect.ForgetsOrigins),
        Delivering("R6", "what one consumer of a broadcast had goes to another", DeliveryDefect.MixesSeats),
        new("R7", "a stage keeps events back and confirms them") { Stage = StageDefect.KeepsInSecret },
        new("R8", "a stage lets go of events before it emits them") { Stage = StageDefect.ReleasesEarly },
        new("R9", "a consumer confirms before it handles") { Stage = StageDefect.ConfirmsEarly },
        Partitioned("P1", "who comes second to a partition is never served", static one => new LonelyDispatcher(one))
            with { Law = "to have demand at rest" },
        Partitioned("P2", "a partition that is paused is served", static one => new RestlessDispatcher(one))
            with { Law = "that is paused" },
        new("P3", "those who share a partition by key get any event of any key")
        {
            Law = "older before newer",
            Replace = static (options, _) => options is PartitionDispatcherOptions<int> { Key: not null } keyed
                ? keyed with { Consumers = PartitionConsumers.Shared, Key = null }
                : options,
        },
        new("P4", "the map of a stage's events is changed, and none of them waits for its old partition")
        {
            Law = "before all at",
            Stage = StageDefect.SwapsMaps,
        },
    ];

    /// <summary>Plays a seed with it.</summary>
    /// <returns>Whether it was found.</returns>
    public bool IsFoundBy(int seed) => Storm.Play(seed, Draw(new(seed)), this) is { } failure
        && failure.Message.Contains(Law, StringComparison.Ordinal);

    // Only the product's own dispatcher knows how to change.
    private Scenario Draw(Draw draw) => Stage == StageDefect.SwapsMaps ? draw.Scenario() : draw.Settled();

    private static Defect Delivering(string name, string text, DeliveryDefect defect) =>
        new(name, text)
        {
            Replace = (options, plan) => plan.IsKeyed ? options : new ForgetfulOptions(options, defect),
        };

    private static DispatcherOptions<int> Broadcast(DispatcherOptions<int> options, StagePlan plan) =>
        options is BroadcastDispatcherOptions<int> ? new DeafOptions(options, ForgetsNothing: true) : options;

    private static DispatcherOptions<int> Pool(DispatcherOptions<int> options, StagePlan plan) =>
        options is PartitionDispatcherOptions<int> { IsAddressed: true } addressed
            ? new WrappedOptions(
                addressed with
                {
                    IsAddressed = false,
                    Demand = DemandScope.Pooled,
                    ParkLimit = PartitionDispatcherOptions<int>.Unbounded,
                },
                static one => new PoolDispatcher(one))
            : options;

    private static DispatcherOptions<int> Demand(DispatcherOptions<int> options, StagePlan plan) =>
        options is DemandDispatcherOptions<int> ? new DeafOptions(options, ForgetsNothing: false) : options;

    private static Defect Partitioned(string name, string text, PartitionDefect defect) =>
        new(name, text)
        {
            Replace = (options, plan) => options is PartitionDispatcherOptions<int>
                ? new NaiveOptions(plan.Partitions, plan.Unwanted, defect)
                : options,
        };

    private static Defect Partitioned(string name, string text, Func<IDispatcher<int>, IDispatcher<int>> wrap) =>
        new(name, text)
        {
            Replace = (options, plan) => options is PartitionDispatcherOptions<int> && !plan.IsKeyed
                ? new WrappedOptions(options, wrap)
                : options,
        };

    private sealed record WrappedOptions(DispatcherOptions<int> Inner, Func<IDispatcher<int>, IDispatcher<int>> Wrap)
        : DispatcherOptions<int>
    {
        public override IDispatcher<int> Build() => Wrap(Inner.Build());
    }

    private sealed record DeafOptions(DispatcherOptions<int> Inner, bool ForgetsNothing) : DispatcherOptions<int>
    {
        public override IDispatcher<int> Build() => new DeafDispatcher(Inner.Build(), ForgetsNothing);
    }

    private sealed record ForgetfulOptions(DispatcherOptions<int> Inner, DeliveryDefect Defect)
        : DispatcherOptions<int>
    {
        public override IDispatcher<int> Build() => new ForgetfulDispatcher(Inner.Build(), Defect);
    }

    private sealed record NaiveOptions(int Partitions, int Unwanted, PartitionDefect Defect) : DispatcherOptions<int>
    {
        public override IDispatcher<int> Build() => new NaivePartitions(Partitions, Unwanted, Defect);
    }
}
