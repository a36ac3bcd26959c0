using Akka.Actor;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Actors.Tests.Producing;

/// <summary>Emits 0, 1, 2 … as they are asked for; even and odd ones go to partitions of that name.</summary>
/// <remarks>
/// Told a number, it emits that. Told an exception, it throws that. What it throws instead of the next demand it
/// meets, after so many events, it finds in <see cref="Plan.Fault"/>.
/// </remarks>
internal sealed class Numbers : Producer<int>
{
    private readonly Plan _plan;

    public Numbers(Plan plan)
        : base(plan.Options)
    {
        _plan = plan;
        _plan.Starts++;
        Receive<int>(Emit);
        Receive<int[]>(numbers => Emit(numbers));
        Receive<Exception>(error => throw error);
        Receive<string>(text => Sender.Tell($"heard {text}"), text => text != "become");
        Receive<string>(_ => Become(() => ReceiveAny(message => Sender.Tell($"became deaf to {message}"))));
    }

    public static PartitionDispatcherOptions<int> ByParity { get; } = new()
    {
        Partitions = PartitionNames.Named("even", "odd"),
        Selector = PartitionSelector.ByIndex<int>(
            number => number >= 0 ? number % 2 : throw new FormatException("negative")),
    };

    public static ProducerOptions<int> OddAndEven { get; } = new() { Dispatcher = ByParity };

    protected override void HandleDemand(DemandIncrement demand)
    {
        _plan.Demands.Add(demand.Total);
        var before = _plan.Fault is null ? Math.Min(demand.Total, _plan.Limit - _plan.Next) : _plan.EmitBeforeFault;
        for (var count = 0; count < before; count++)
        {
            Emit(_plan.Next++);
        }

        if (_plan.Fault is { } fault)
        {
            _plan.Fault = null;
            throw fault;
        }
    }

    /// <summary>What outlives a restart, and what a test looks at once the stage is quiet.</summary>
    internal sealed class Plan
    {
        public ProducerOptions<int> Options { get; init; } = new();

        public int Limit { get; init; } = int.MaxValue;

        public Exception? Fault { get; set; }

        public int EmitBeforeFault { get; init; }

        public int Next { get; set; }

        public int Starts { get; set; }

        public List<int> Demands { get; } = [];
    }
}
