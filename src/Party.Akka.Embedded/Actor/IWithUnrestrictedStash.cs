namespace Akka.Actor;

/// <summary>An actor with a stash, on whatever mailbox it is given.</summary>
/// <remarks>
/// It asks for no mailbox that takes messages back, and has no stash on one that cannot, which is logged as an error:
/// name one by <see cref="Props.WithMailbox"/>, such as akka.actor.mailbox.unbounded-deque-based.
/// <see cref="IWithStash"/> asks for it.
/// </remarks>
public interface IWithUnrestrictedStash : IActorStash
{
}
