using Akka.Actor.References;

namespace Akka.Actor;

/// <summary>Stopping an actor and waiting for its end.</summary>
public static class GracefulStopSupport
{
    /// <summary>Lets the actor handle what it has, then stops it by a <see cref="PoisonPill"/>.</summary>
    /// <returns>True when it has ended, false when time ran out.</returns>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) =>
        target.GracefulStop(timeout, PoisonPill.Instance);

    /// <summary>Asks the actor to stop by a message of one's own.</summary>
    /// <returns>True when it has ended, false when time ran out.</returns>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        var end = new EndRef((IInternalActorRef)target);
        end.WaitFor(timeout, CancellationToken.None);
        end.Watch();
        target.Tell(stopMessage, ActorRefs.NoSender);
        return await end.Task.ConfigureAwait(false);
    }
}
