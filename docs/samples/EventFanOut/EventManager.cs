using System.Collections.Immutable;
using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Sharing;

namespace Party.Samples.EventFanOut;

/// <summary>Tells every handler what it is told, and answers when it has. GenEvent, with backpressure.</summary>
public sealed class EventManager : Producer<Notice>
{
    private readonly Queue<(Notice Notice, IActorRef Notifier)> _waiting = [];
    private long _wanted;
    private int _missing;

    /// <summary>A manager whose handlers may choose <c>alarms</c>.</summary>
    /// <param name="handlers">How many have to be there before it tells anything.</param>
    public EventManager(int handlers)
        : base(new() { Dispatcher = ToAll })
    {
        _missing = handlers;
        Receive<Notice>(notice =>
        {
            _waiting.Enqueue((notice, Sender));
            HandOn();
        });
        Receive<EndOfEvents>(_ => Inform("all is told"));
        Receive<string>(_ => Stop(EndReason.Normal));
    }

    private static BroadcastDispatcherOptions<Notice> ToAll { get; } = new()
    {
        Selectors = ImmutableDictionary<string, Func<Notice, bool>>.Empty
            .Add("alarms", notice => notice.Topic == "alarm"),
    };

    protected override void HandleDemand(DemandIncrement demand)
    {
        _wanted += demand.Total;
        HandOn();
    }

    protected override void OnSubscribe(ConsumerSubscription subscription)
    {
        _missing--;
        HandOn();
    }

    private void HandOn()
    {
        if (_missing > 0)
        {
            return;
        }

        for (; _wanted > 0 && _waiting.TryDequeue(out var next); _wanted--)
        {
            Emit(next.Notice);
            next.Notifier.Tell(new Notified());
        }
    }
}
