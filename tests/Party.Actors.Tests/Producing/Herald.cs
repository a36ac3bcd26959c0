using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Tests.Producing;

/// <summary>
/// Emits the numbers it is told, stops when told a reason, throws when told an error, and says what it meets.
/// </summary>
internal sealed class Herald : Producer<int>
{
    private readonly IActorRef _test;
    private readonly Action<string, Herald> _aside;

    public Herald(IActorRef test, ProducerOptions<int> options, Action<string, Herald>? aside = null)
        : base(options)
    {
        _test = test;
        _aside = aside ?? ((_, _) => { });
        Receive<int>(Emit);
        Receive<int[]>(numbers => Emit(numbers));
        Receive<EndReason>(Stop);
        Receive<Exception>(error => throw error);
        Receive<string>(text => Say($"heard {text}"));
    }

    /// <summary>Emits from a callback.</summary>
    public void Add(params ReadOnlySpan<int> numbers) => Emit(numbers);

    /// <summary>Stops from a callback.</summary>
    public void End(EndReason reason) => Stop(reason);

    protected override void HandleDemand(DemandIncrement demand) => Say($"demand {demand.Total}");

    protected override void OnSubscribe(ConsumerSubscription subscription) => Say($"subscribed {subscription.Id}");

    protected override void OnCancel(ConsumerSubscription subscription, Cancellation cancellation) =>
        Say($"lost {subscription.Id}: {cancellation.Reason.Text}{(cancellation.IsDown ? ", down" : "")}");

    protected override bool OnDiscarded(int count)
    {
        Say($"discarded {count}");
        return false;
    }

    private void Say(string text)
    {
        _test.Tell(text);
        _aside(text, this);
    }
}
