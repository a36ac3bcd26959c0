using System.Diagnostics;
using Akka.Actor;
using Party.Actors.Consuming;
using Party.Actors.Protocol;

namespace Party.Actors.Edges;

/// <summary>Consumes for code that is no actor. It is never restarted: its end is the stream's.</summary>
/// <remarks>
/// While a batch is gone through, what comes waits, so that the ends of subscriptions come after the events before
/// them. It can be stopped all the same.
/// </remarks>
internal sealed class StreamConsumer<TEvent> : ReceiveActor, IEventHandler<TEvent>
{
    private readonly StreamPipe<TEvent> _pipe;
    private readonly SubscribeTo[] _subscriptions;
    private readonly StreamOptions _options;
    private readonly ConsumerSide<TEvent> _side;
    private readonly HashSet<IActorRef> _told = [ActorRefs.Nobody];
    private EndReason? _failure;
    private int _open;

    public StreamConsumer(StreamPipe<TEvent> pipe, SubscribeTo[] subscriptions, StreamOptions options)
    {
        _pipe = pipe;
        _subscriptions = subscriptions;
        _options = options;
        _open = subscriptions.Length;
        _side = new(Context, this);
    }

    public bool IsReady => true;

    public bool IsAsync => true;

    public SubscriptionMode OnSubscribe(ProducerSubscription subscription)
    {
        if (_options.Producers is null)
        {
            Tell(subscription.Producer);
        }

        return SubscriptionMode.Automatic;
    }

    public void OnCancel(ProducerSubscription subscription, Cancellation cancellation)
    {
        if (!cancellation.SubscribesAgain && --_open == 0)
        {
            Context.Stop(Self);
        }
    }

    public void OnDue(object message) => Self.Tell(message, Self);

    public void HandleEvents(ReadOnlySpan<TEvent> events) => throw new UnreachableException();

    public ValueTask HandleEventsAsync(IReadOnlyList<TEvent> events, CancellationToken cancellationToken) =>
        new(_pipe.HandAsync(events));

    protected override void PreStart()
    {
        foreach (var to in _subscriptions)
        {
            _side.Subscribe(to);
        }

        // One that is named by its path is told when it has been found.
        foreach (var producer in _options.Producers ?? _subscriptions.Select(to => to.Producer))
        {
            Tell(producer);
        }

        if (_open == 0)
        {
            Context.Stop(Self);
        }
    }

    protected override bool AroundReceive(Receive receive, object message)
    {
        try
        {
            Check(message);
            return _side.TryReceive(message, Sender)
                || _side.TryRefuse(message, Sender)
                || base.AroundReceive(receive, message);
        }
        catch (Exception error)
        {
            Fail(error);
            Context.Stop(Self);
            return true;
        }
    }

    protected override void PreRestart(Exception reason, object? message)
    {
        Fail(reason);
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason) => Context.Stop(Self);

    protected override void PostStop()
    {
        _side.Leave(_failure ?? _side.StopReason ?? EndReason.Normal);
        _pipe.Leave();
    }

    private void Tell(IActorRef producer)
    {
        if (_told.Add(producer))
        {
            producer.Tell(new SetDemandMode(_options.DemandMode), Self);
        }
    }

    private void Fail(Exception error)
    {
        _failure = EndReason.Failure(error.Message);
        _pipe.Fail(error);
    }

    private void Check(object message)
    {
        if (message is Events and not Events<TEvent>)
        {
            throw new InvalidOperationException(
                $"Expected events of type {typeof(TEvent)} from {Sender.Path}, got "
                + $"{message.GetType().GenericTypeArguments[0]}. The stream has ended.");
        }
    }
}
