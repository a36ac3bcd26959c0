using Party.Actors;
using Party.Benchmarks.Measuring;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Benchmarks.Partitions;

/// <summary>A producer of events that are the index of their partition: as many as are asked for.</summary>
internal abstract class NumberSource : Producer<int>
{
    /// <summary>The most to emit before other messages have their turn: a start is no flood.</summary>
    protected const int Most = 1000;

    private readonly Signal _ready;
    private long _missing;

    protected NumberSource(PartySetup setup, Signal ready)
        : base(new()
        {
            Dispatcher = new PartitionDispatcherOptions<int>
            {
                Partitions = PartitionNames.Numbered(setup.Shares.Count),
                Selector = PartitionSelector.ByIndex<int>(static item => item),
                IsAddressed = setup.IsAddressed,
                ParkPolicy = setup.Policy,
            },
        })
    {
        _ready = ready;
        _missing = (long)setup.Shares.Count * setup.MaxDemand;
        Receive<Go>(go =>
        {
            IsOn = go.IsOn;
            GoOn();
        });
        Receive<MostParkedNow>(_ => Sender.Tell(Books.Partitions.Max(static one => one.Parked), Self));
    }

    protected bool IsOn { get; private set; }

    protected override void HandleDemand(DemandIncrement demand)
    {
        if (_missing > 0)
        {
            _missing -= demand.Total;
            if (_missing <= 0)
            {
                _ready.Set(0);
            }
        }

        Meet(demand);
    }

    protected abstract void Meet(DemandIncrement demand);

    /// <summary>Emits what is owed, a part at a time.</summary>
    protected abstract void GoOn();
}
