using Akka.Actor;

namespace Akka.Embedded.Tests;

/// <summary>An actor made of functions.</summary>
public sealed class Part(Action<Part, object>? receive, Func<SupervisorStrategy>? strategy) : UntypedActor
{
    public new IUntypedActorContext Cell { get; } = Context;

    public IActorRef Me => Self;

    public IActorRef From => Sender;

    protected override void OnReceive(object message)
    {
        if (message is Errand errand)
        {
            Sender.Tell(Run(errand));
        }
        else if (receive is not null)
        {
            receive(this, message);
        }
        else
        {
            Unhandled(message);
        }
    }

    protected override SupervisorStrategy SupervisorStrategy() =>
        strategy is null ? base.SupervisorStrategy() : strategy();

    private object Run(Errand errand)
    {
        try
        {
            return errand.Function(this) ?? new Status.Failure(
                new InvalidOperationException("Expected a value from the function, got null."));
        }
        catch (Exception error)
        {
            return new Status.Failure(error);
        }
    }
}
