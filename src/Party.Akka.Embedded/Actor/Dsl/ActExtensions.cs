namespace Akka.Actor.Dsl;

/// <summary>Makes actors that functions write.</summary>
public static class ActExtensions
{
    /// <summary>Makes an actor that a function writes; the factory chooses the name if none is given.</summary>
    public static IActorRef ActorOf(this IActorRefFactory factory, Action<IActorDsl> config, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory.ActorOf(Props.Create(() => new Act(config)), name);
    }

    /// <summary>As the other one, for a function that looks at the context, too.</summary>
    public static IActorRef ActorOf(
        this IActorRefFactory factory, Action<IActorDsl, IActorContext> config, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory.ActorOf(Props.Create(() => new Act(config)), name);
    }
}
