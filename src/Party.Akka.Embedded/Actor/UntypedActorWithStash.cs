namespace Akka.Actor;

/// <summary>An <see cref="UntypedActor"/> with a stash that its props, or its mailbox, may limit.</summary>
/// <inheritdoc cref="IWithStash" path="/remarks"/>
public abstract class UntypedActorWithStash : UntypedActor, IWithStash
{
    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;
}
