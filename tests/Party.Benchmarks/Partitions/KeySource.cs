using Party.Actors;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Benchmarks.Partitions;

/// <summary>A sequential producer of keys, evenly spread over all numbers, whose partitions may be changed.</summary>
internal sealed class KeySource : Producer<int>
{
    // The most to emit before other messages have their turn, a change for one.
    private const int Most = 1000;

    private static readonly object Rest = new();

    private readonly int[] _items = new int[Most];
    private uint _key = 0x9E3779B9;
    private long _owed;
    private long _count;
    private long _sum;
    private bool _isOn;
    private bool _isPosted;

    public KeySource(PartitionNames partitions, PartitionSelector<int> selector)
        : base(new()
        {
            Dispatcher = new PartitionDispatcherOptions<int> { Partitions = partitions, Selector = selector },
        })
    {
        Receive<Go>(go =>
        {
            _isOn = go.IsOn;
            GoOn();
        });
        Receive<Emitted>(_ => Sender.Tell(new Emitted(_count, _sum), Self));
        Receive<object>(message => ReferenceEquals(message, Rest), _ =>
        {
            _isPosted = false;
            GoOn();
        });
    }

    protected override void HandleDemand(DemandIncrement demand)
    {
        _owed += demand.Total;
        GoOn();
    }

    private void GoOn()
    {
        if (!_isOn || _owed == 0 || _isPosted)
        {
            return;
        }

        var count = (int)Math.Min(_owed, Most);
        for (var index = 0; index < count; index++)
        {
            _key ^= _key << 13;
            _key ^= _key >> 17;
            _key ^= _key << 5;
            _items[index] = (int)_key;
            _sum += (int)_key;
        }

        _count += count;
        _owed -= count;
        Emit(_items.AsSpan(0, count));
        if (_owed > 0)
        {
            _isPosted = true;
            Self.Tell(Rest, Self);
        }
    }
}
