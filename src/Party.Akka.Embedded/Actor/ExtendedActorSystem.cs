namespace Akka.Actor;

/// <summary>A system as its extensions see it.</summary>
public abstract class ExtendedActorSystem : ActorSystem
{
    private protected ExtendedActorSystem()
    {
    }

    /// <summary>Makes and finds references.</summary>
    public abstract IActorRefProvider Provider { get; }

    /// <summary>Starts an actor below <c>/system</c>, which ends after all actors below <c>/user</c>.</summary>
    public abstract IActorRef SystemActorOf(Props props, string? name = null);

    /// <inheritdoc cref="SystemActorOf(Props, string)"/>
    public abstract IActorRef SystemActorOf<TActor>(string? name = null)
        where TActor : ActorBase, new();

    /// <summary>Stops all actors, without the coordinated shutdown before.</summary>
    public abstract void Abort();

    /// <summary>All actors as text, a line each: name, class and how many children it has.</summary>
    public abstract string PrintTree();
}
