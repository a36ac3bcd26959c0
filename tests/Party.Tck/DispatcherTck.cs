using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;
using Party.Tck.Running;

namespace Party.Tck;

/// <summary>The rules that every dispatcher keeps, D-01 and on in <c>docs/rules.md</c>, as tests to inherit.</summary>
/// <remarks>
/// <para>
/// Derive a test class from it, make the dispatcher in <see cref="Create"/>, and say by the other members what kind of
/// dispatcher it is. Events are numbers. xunit runs the inherited tests; every walk prints its seed.
/// </para>
/// <para>
/// A dispatcher that calls a function of the user's for every event is given <see cref="Place"/> or
/// <see cref="Wants"/>, so that the tests see the calls: an event that ends in 7 makes the function throw, one that
/// ends in 8 is for nobody.
/// </para>
/// </remarks>
public abstract partial class DispatcherTck
{
    private const int Throwing = 7;
    private const int Nobodys = 8;

    private readonly List<int> _selected = [];
    private readonly Lazy<DispatcherRun> _run;

    /// <summary>A dispatcher of its own for every test.</summary>
    protected DispatcherTck() => _run = new(() => new(Create(), OptionsOf, ReachesEveryConsumer));

    /// <summary>The seeds of the random walks.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 100)];

    /// <summary>How many consumers the dispatcher is tried with; one for each of several partitions, else 3.</summary>
    protected virtual int Consumers => Partitions.Count > 1 ? Partitions.Count : 3;

    /// <summary>Whether every event goes to all consumers; false by default: it goes to one of them.</summary>
    protected virtual bool ReachesEveryConsumer => false;

    /// <summary>
    /// How often a function of the user's is called with an event that the dispatcher takes while all consumers are
    /// subscribed; 0 by default.
    /// </summary>
    protected virtual int SelectionsPerEvent => 0;

    /// <summary>The dispatcher's partitions.</summary>
    protected PartitionNames Partitions => Run.Dispatcher.Partitions;

    private DispatcherRun Run => _run.Value;

    /// <summary>A new dispatcher without consumers.</summary>
    protected abstract IDispatcher<int> Create();

    /// <summary>What a consumer asks for when it subscribes: its partition, where there are several.</summary>
    /// <param name="consumer">0 to <see cref="Consumers"/> − 1.</param>
    protected virtual SubscriptionOptions OptionsOf(int consumer) =>
        new() { Partition = Partitions.Count > 1 ? Partitions[consumer % Partitions.Count] : null };

    /// <summary>The partition of an event; for a dispatcher that has to be given a selector.</summary>
    protected int Place(int item) => Select(item) ? item % 10 % Partitions.Count : Placement<int>.NoPartition;

    /// <summary>Whether an event is wanted; for a dispatcher whose consumers choose.</summary>
    protected bool Wants(int item) => Select(item);

    private bool Select(int item)
    {
        _selected.Add(item);
        return (item % 10) switch
        {
            Throwing => throw new FormatException($"{item} ends in {Throwing}."),
            Nobodys => false,
            _ => true,
        };
    }

    // Events that no selector objects to, in order.
    private static int[] Plain(int count, int from = 0) =>
        [.. Enumerable.Range(from, int.MaxValue - from).Where(item => item % 10 < Throwing).Take(count)];

    private RunConsumer[] SubscribeAll() => [.. Enumerable.Range(0, Consumers).Select(Run.Subscribe)];

    // Everybody has the same demand, and the producer has been asked for it.
    private RunConsumer[] RequestAll(int demand)
    {
        var all = SubscribeAll();
        foreach (var consumer in all)
        {
            Run.Request(consumer, demand);
        }

        return all;
    }
}
