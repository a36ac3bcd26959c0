using Akka.Actor;

namespace Party.Actors.Tests.Between;

/// <summary>
/// Emits every number as often as it says, drops negative ones, fails on 13, and says what batches it handled.
/// </summary>
internal sealed class Relay : ProducerConsumer<int, int>
{
    private readonly IActorRef _test;
    private readonly int _copies;

    public Relay(IActorRef test, ProducerOptions<int> options, SubscribeTo to, int copies = 1)
        : base(options, to)
    {
        _test = test;
        _copies = copies;
        Receive<string>(text => _test.Tell($"heard {text}"));
    }

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        _test.Tell(string.Join(' ', events.ToArray()));
        foreach (var item in events)
        {
            for (var copy = 0; copy < _copies && item >= 0; copy++)
            {
                Emit(item);
            }

            if (item == 13)
            {
                throw new InvalidOperationException("13");
            }
        }
    }

    protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation)
    {
        _test.Tell($"lost the producer: {cancellation.Reason.Text}");
        Emit(99);
    }
}
