namespace Akka.Actor;

/// <summary>An <see cref="UntypedActor"/> with a stash without a limit.</summary>
/// <inheritdoc cref="IWithUnboundedStash" path="/remarks"/>
public abstract class UntypedActorWithUnboundedStash : UntypedActor, IWithUnboundedStash
{
    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;
}
