using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Benchmarks.Stages;

/// <summary>
/// A producer of so many events, which begins when all of its consumers have subscribed, and is drained when all
/// events are emitted.
/// </summary>
internal abstract class EndingProducer<TEvent> : Producer<TEvent>
{
    private IActorRef? _waiting;
    private int _missing;
    private long _owed;
    private long _left;

    protected EndingProducer(long count, int consumers, ProducerOptions<TEvent> options)
        : base(options)
    {
        _left = count;
        _missing = consumers;
        Receive<Begin>(_ => GoOn());
        Receive<Finish>(_ =>
        {
            _waiting = Sender;
            FinishWhenDone();
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

    /// <summary>Emits the next so many events.</summary>
    protected abstract void Make(int count);

    private void GoOn()
    {
        if (_missing == 0 && _owed > 0)
        {
            var count = (int)Math.Min(_owed, _left);
            _owed -= count;
            _left -= count;
            Make(count);
            FinishWhenDone();
        }
    }

    private void FinishWhenDone()
    {
        if (_left == 0 && _waiting is not null)
        {
            Self.Tell(new Drain(Timeout.InfiniteTimeSpan), _waiting);
            _waiting = null;
        }
    }
}
