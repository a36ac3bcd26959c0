using Akka.Actor.Hosting;

namespace Akka.Actor;

/// <summary>Makes the strategy for all top-level actors; named by akka.actor.guardian-supervisor-strategy.</summary>
public abstract class SupervisorStrategyConfigurator
{
    /// <summary>The strategy, asked for once per system.</summary>
    public abstract SupervisorStrategy Create();

    /// <summary>An instance of the type of that name.</summary>
    /// <exception cref="Configuration.ConfigurationException">There is no such type.</exception>
    public static SupervisorStrategyConfigurator CreateConfigurator(string typeName) => typeName switch
    {
        "Akka.Actor.DefaultSupervisorStrategy" => new DefaultSupervisorStrategy(),
        "Akka.Actor.StoppingSupervisorStrategy" => new StoppingSupervisorStrategy(),
        _ => TypeName.Instantiate<SupervisorStrategyConfigurator>(typeName, "akka.actor.guardian-supervisor-strategy"),
    };
}
