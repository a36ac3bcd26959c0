using Akka.Actor;
using Microsoft.Extensions.Logging;

namespace Party.Logging;

/// <summary>Gives an actor system its logger factory.</summary>
public static class LoggerFactoryExtensions
{
    /// <summary>Lets every <see cref="ActorLogger"/> of the system log to this factory, what waited first.</summary>
    /// <returns>The system.</returns>
    public static ActorSystem UseLoggerFactory(this ActorSystem system, ILoggerFactory factory)
    {
        LoggerFactoryExtension.Of(system).Use(factory);
        return system;
    }
}
