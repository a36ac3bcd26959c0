using Akka.Actor;

namespace Party.Simulation.Tests;

/// <summary>Tells someone the same thing so many times, each in a message to itself.</summary>
public sealed class Repeater : UntypedActor
{
    private readonly IActorRef _receiver;
    private readonly object _message;
    private readonly int _times;

    public Repeater(IActorRef receiver, object message, int times)
    {
        _receiver = receiver;
        _message = message;
        _times = times;
    }

    public static Props Props(IActorRef receiver, object message, int times) =>
        Akka.Actor.Props.Create(() => new Repeater(receiver, message, times));

    protected override void PreStart() => Self.Tell(_times);

    protected override void OnReceive(object message)
    {
        if (message is int left and > 0)
        {
            _receiver.Tell(_message);
            Self.Tell(left - 1);
        }
    }
}
