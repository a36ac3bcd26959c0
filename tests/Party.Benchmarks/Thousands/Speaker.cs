using Party.Actors;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;
using Party.Demand.Dispatching;
using Party.Demand.Sharing;

namespace Party.Benchmarks.Thousands;

/// <summary>Counts from 0 for everybody, as far as it is told to and asked for.</summary>
internal sealed class Speaker : Producer<long>
{
    private const int Most = 500;

    private readonly long[] _items = new long[Most];
    private int _missing;
    private long _owed;
    private long _next;
    private long _end;

    public Speaker(int consumers, Signal ready)
        : base(new() { Dispatcher = new BroadcastDispatcherOptions<long>() })
    {
        _missing = consumers;
        Receive<Begin>(_ => ready.Set(0));
        Receive<Speak>(speak =>
        {
            (_next, _end) = (0, speak.Events);
            GoOn();
        });
    }

    protected override void OnSubscribe(ConsumerSubscription subscription)
    {
        if (--_missing == 0)
        {
            Self.Tell(new Begin(), Self);
        }
    }

    protected override void HandleDemand(DemandIncrement demand)
    {
        _owed += demand.Total;
        GoOn();
    }

    private void GoOn()
    {
        while (_owed > 0 && _next < _end)
        {
            var count = (int)Math.Min(Most, Math.Min(_owed, _end - _next));
            for (var index = 0; index < count; index++)
            {
                _items[index] = _next++;
            }

            _owed -= count;
            Emit(_items.AsSpan(0, count));
        }
    }
}
