using Akka.Actor;

namespace Party.Actors;

/// <summary>The way from an actor system to Party.</summary>
public static class PartyExtensions
{
    /// <summary>
    /// What Party has in this system. The first call adds Party's defaults to the system's configuration, under all
    /// that it says itself, and checks what it says under <c>party</c>.
    /// </summary>
    /// <exception cref="Hocon.HoconException">Settings under <c>party</c> are not what they should be; it says all of
    /// them. Stages can't be started then.</exception>
    public static StageSystem Party(this ActorSystem system) => StageSystem.Of(system);
}
