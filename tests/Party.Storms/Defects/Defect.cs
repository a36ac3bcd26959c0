using System.Collections.Immutable;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Storms.Scenarios;

namespace Party.Storms.Defects;

/// <summary>A defect of GenStage, put back in place of a dispatcher of the product.</summary>
/// <param name="Name">Its number.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Replace">From the product's dispatcher to one that has it.</param>
public sealed record Defect(
    string Name, string Text, Func<DispatcherOptions<int>, StagePlan, DispatcherOptions<int>> Replace)
{
    public static ImmutableArray<Defect> All { get; } =
    [
        new("D1", "a broadcast never gets over events that came while nobody could take them", Broadcast),
        new("D2", "demand that was asked for once does not look at what waits", Demand),
        Partitioned("D3", "an event without a partition eats demand", PartitionDefect.EatsDemand),
        Partitioned("D4", "what is queued for a consumer goes down with it", PartitionDefect.DropsQueued),
        Partitioned("D5", "a bad subscription crashes the producer", PartitionDefect.Raises),
    ];

    private static DispatcherOptions<int> Broadcast(DispatcherOptions<int> options, StagePlan plan) =>
        options is BroadcastDispatcherOptions<int> ? new DeafOptions(options, ForgetsNothing: true) : options;

    private static DispatcherOptions<int> Demand(DispatcherOptions<int> options, StagePlan plan) =>
        options is DemandDispatcherOptions<int> ? new DeafOptions(options, ForgetsNothing: false) : options;

    private static Defect Partitioned(string name, string text, PartitionDefect defect) =>
        new(name, text, (options, plan) => options is PartitionDispatcherOptions<int>
            ? new NaiveOptions(plan.Partitions, plan.Unwanted, defect)
            : options);

    private sealed record DeafOptions(DispatcherOptions<int> Inner, bool ForgetsNothing) : DispatcherOptions<int>
    {
        public override IDispatcher<int> Build() => new DeafDispatcher(Inner.Build(), ForgetsNothing);
    }

    private sealed record NaiveOptions(int Partitions, int Unwanted, PartitionDefect Defect) : DispatcherOptions<int>
    {
        public override IDispatcher<int> Build() => new NaivePartitions(Partitions, Unwanted, Defect);
    }
}
