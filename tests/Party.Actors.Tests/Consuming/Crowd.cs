using Akka.Actor;

namespace Party.Actors.Tests.Consuming;

/// <summary>A supervisor that gives a child up at its fourth failure, whenever that is.</summary>
internal sealed class Crowd(IActorRef failures) : UntypedActor
{
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(3, null, error =>
    {
        failures.Tell(error);
        return Directive.Restart;
    });

    protected override void OnReceive(object message) => Sender.Tell(Context.ActorOf((Props)message));
}
