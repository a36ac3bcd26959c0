namespace Akka.Actor;

/// <summary>An <see cref="UntypedActor"/> with a stash on whatever mailbox it is given.</summary>
/// <inheritdoc cref="IWithUnrestrictedStash" path="/remarks"/>
public abstract class UntypedActorWithUnrestrictedStash : UntypedActor, IWithUnrestrictedStash
{
    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;
}
