namespace Akka.Actor;

/// <summary>An actor with a stash, on whatever mailbox it is given.</summary>
public interface IWithUnrestrictedStash : IActorStash
{
}
