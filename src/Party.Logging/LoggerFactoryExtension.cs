using Akka.Actor;
using Microsoft.Extensions.Logging;

namespace Party.Logging;

/// <summary>The logger factory of an actor system, and the loggers that wait for it.</summary>
/// <remarks>Safe for use by any thread. The factory is not disposed of with the system.</remarks>
public sealed class LoggerFactoryExtension : IExtension
{
    private readonly Lock _lock = new();
    private readonly List<IActorRef> _loggers = [];

    internal LoggerFactoryExtension()
    {
    }

    /// <summary>What the system logs to; null until it is given.</summary>
    public ILoggerFactory? Factory { get; private set; }

    /// <summary>The one of a system.</summary>
    public static LoggerFactoryExtension Of(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return system.WithExtension<LoggerFactoryExtension, LoggerFactoryProvider>();
    }

    /// <summary>Logs to this factory from now on, what waited first.</summary>
    public void Use(ILoggerFactory factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        lock (_lock)
        {
            Factory = factory;
            _loggers.ForEach(logger => logger.Tell(new LoggerFactoryGiven(factory), ActorRefs.NoSender));
        }
    }

    /// <summary>Tells the logger about every factory from now on; returns the present one.</summary>
    internal ILoggerFactory? Join(IActorRef logger)
    {
        lock (_lock)
        {
            _loggers.Add(logger);
            return Factory;
        }
    }
}
