using Akka.Actor;

namespace Party.Actors.Tests.Consuming;

/// <summary>Tells a test what it handled, batch by batch, and fails where it is told to.</summary>
internal sealed class Recorder : Consumer<int>
{
    private readonly IActorRef _test;
    private readonly int _failOn;

    public Recorder(IActorRef test, SubscribeTo subscription, int failOn = int.MinValue)
        : base(subscription)
    {
        _test = test;
        _failOn = failOn;
        Receive<string>(text => Sender.Tell($"heard {text}"));
        Receive<SubscribeTo>(to => Subscribe(to));
    }

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        if (events.Contains(_failOn))
        {
            throw new InvalidOperationException($"failed on {_failOn}");
        }

        _test.Tell(string.Join(' ', events.ToArray()));
    }
}
