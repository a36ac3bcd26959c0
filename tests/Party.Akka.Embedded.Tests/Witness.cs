using Akka.Actor;

namespace Akka.Embedded.Tests;

/// <summary>Tells the test what happens to it, hooks included; throws the exceptions it is told.</summary>
public sealed class Witness : UntypedActor
{
    private readonly IActorRef _test;

    public Witness(IActorRef test)
    {
        _test = test;
        _test.Tell("made", Self);
    }

    protected override void PreStart() => _test.Tell("started", Self);

    protected override void PostStop() => _test.Tell("stopped", Self);

    protected override void PreRestart(Exception reason, object? message)
    {
        _test.Tell($"restarting after {message}", Self);
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        _test.Tell("restarted", Self);
        base.PostRestart(reason);
    }

    protected override void OnReceive(object message)
    {
        if (message is Exception error)
        {
            throw error;
        }

        _test.Tell(message, Self);
    }
}
