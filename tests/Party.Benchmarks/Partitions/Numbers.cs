using Party.Benchmarks.Measuring;
using Party.Demand.Dispatching;

namespace Party.Benchmarks.Partitions;

/// <summary>Makes events in an order of its own, by the partitions' shares.</summary>
internal sealed class Numbers : NumberSource
{
    private static readonly object Rest = new();

    private readonly Shares _shares;
    private readonly int[] _items = new int[Most];
    private long _owed;
    private bool _isPosted;

    public Numbers(PartySetup setup, Signal ready)
        : base(setup, ready)
    {
        _shares = setup.Shares;
        Receive<object>(message => ReferenceEquals(message, Rest), _ =>
        {
            _isPosted = false;
            GoOn();
        });
    }

    protected override void Meet(DemandIncrement demand)
    {
        _owed += demand.Total;
        GoOn();
    }

    protected override void GoOn()
    {
        if (!IsOn || _owed == 0 || _isPosted)
        {
            return;
        }

        var count = (int)Math.Min(_owed, Most);
        for (var index = 0; index < count; index++)
        {
            _items[index] = _shares.Next();
        }

        _owed -= count;
        Emit(_items.AsSpan(0, count));
        if (_owed > 0)
        {
            _isPosted = true;
            Self.Tell(Rest, Self);
        }
    }
}
