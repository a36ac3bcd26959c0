namespace Party.Hosting;

/// <summary>The actor system that a host makes where none is among its services.</summary>
public sealed record PartyHostOptions
{
    /// <summary>Its name: letters, digits and dashes.</summary>
    /// <value><c>party</c> by default.</value>
    public string SystemName { get; init; } = "party";

    /// <summary>Its configuration, in HOCON.</summary>
    /// <value>
    /// Empty by default: the actor system's own defaults, with <see cref="Logging.ActorLogger"/> as its logger.
    /// </value>
    public string Config { get; init; } = "";
}
