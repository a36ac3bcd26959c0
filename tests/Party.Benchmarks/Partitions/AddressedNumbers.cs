using Party.Benchmarks.Measuring;
using Party.Demand.Dispatching;

namespace Party.Benchmarks.Partitions;

/// <summary>Makes events for the very partitions it is asked for.</summary>
internal sealed class AddressedNumbers : NumberSource
{
    private static readonly object Rest = new();

    private readonly Queue<PartitionDemand> _owed = [];
    private readonly int[] _items = new int[Most];
    private bool _isPosted;

    public AddressedNumbers(PartySetup setup, Signal ready)
        : base(setup, ready) => Receive<object>(message => ReferenceEquals(message, Rest), _ =>
        {
            _isPosted = false;
            GoOn();
        });

    protected override void Meet(DemandIncrement demand)
    {
        foreach (var one in demand.Partitions)
        {
            _owed.Enqueue(one);
        }

        GoOn();
    }

    protected override void GoOn()
    {
        if (!IsOn || _isPosted)
        {
            return;
        }

        var count = 0;
        while (_owed.TryPeek(out var one) && count + one.Count <= Most)
        {
            _items.AsSpan(count, one.Count).Fill(one.Partition);
            count += one.Count;
            _owed.Dequeue();
        }

        Emit(_items.AsSpan(0, count));
        if (_owed.Count > 0)
        {
            _isPosted = true;
            Self.Tell(Rest, Self);
        }
    }
}
