using Akka.Actor;
using Akka.Configuration;

namespace Party.Hosting;

/// <summary>The actor system that the host made itself, if it did: only that one ends with it.</summary>
internal sealed class OwnSystem(PartyHostOptions options)
{
    // The host listens to the signals of the process, and stops the system itself.
    private const string Hosted = """
        akka.loggers = ["Party.Logging.ActorLogger, Party.Logging"]
        akka.stdout-loglevel = OFF
        akka.coordinated-shutdown.run-by-clr-shutdown-hook = off
        """;

    private ActorSystem? _system;

    /// <summary>Makes the system. The container calls it once at most.</summary>
    public ActorSystem Make()
    {
        var hosted = ConfigurationFactory.ParseString(Hosted);
        var config = ConfigurationFactory.ParseString(options.Config).WithFallback(hosted);
        return _system = ActorSystem.Create(options.SystemName, config);
    }

    /// <summary>Whether a system is the one that was made here.</summary>
    public bool Is(ActorSystem system) => ReferenceEquals(_system, system);
}
