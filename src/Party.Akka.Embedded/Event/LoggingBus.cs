using Akka.Actor;

namespace Akka.Event;

/// <summary>A bus that carries events to subscribers by type, log events among them.</summary>
/// <remarks>
/// Safe for use by any thread. Whoever subscribes to a class or an interface gets all that is derived from it, once
/// each.
/// </remarks>
public class LoggingBus
{
    private readonly Subscriptions _subscriptions = new();
    private readonly HashSet<IActorRef> _loggers = [];

    /// <summary>Adapters that are made from now on publish no events below this level. Default debug.</summary>
    public LogLevel LogLevel { get; private set; }

    /// <summary>Sends an event to all who subscribed to its type, as the actor that runs on this thread.</summary>
    public virtual void Publish(object @event)
    {
        foreach (var subscriber in _subscriptions.To(@event.GetType()))
        {
            subscriber.Tell(@event);
        }
    }

    /// <summary>Subscribes to a type.</summary>
    /// <returns>False where that is subscribed already.</returns>
    public virtual bool Subscribe(IActorRef subscriber, Type classifier) => _subscriptions.Add(subscriber, classifier);

    /// <summary>Ends all subscriptions of a subscriber.</summary>
    /// <returns>False where there is none.</returns>
    public virtual bool Unsubscribe(IActorRef subscriber) => _subscriptions.RemoveAll(subscriber);

    /// <summary>Ends a subscription to a type, or cuts just that type out of wider subscriptions.</summary>
    /// <returns>False where nothing changed.</returns>
    public virtual bool Unsubscribe(IActorRef subscriber, Type classifier) =>
        _subscriptions.Remove(subscriber, classifier);

    /// <summary>Changes the level while the system runs.</summary>
    public void SetLogLevel(LogLevel logLevel)
    {
        lock (_loggers)
        {
            LogLevel = logLevel;
            foreach (var logger in _loggers)
            {
                SubscribeFrom(logLevel, logger);
            }
        }
    }

    /// <summary>Writes events of akka.stdout-loglevel and above by the standard out logger.</summary>
    public void StartStdoutLogger(Settings config)
    {
        SubscribeFrom(Logging.LogLevelFor(config.StdoutLogLevel), config.StdoutLogger);
        Trace("StandardOutLogger started");
    }

    internal void Trace(string message, string? source = null) =>
        Publish(new Debug(source ?? Logging.SimpleName(this), GetType(), message));

    internal void StopStdoutLogger(Settings settings) => _subscriptions.RemoveAll(settings.StdoutLogger);

    internal void AddLogger(IActorRef logger)
    {
        lock (_loggers)
        {
            _loggers.Add(logger);
            SubscribeFrom(LogLevel, logger);
        }
    }

    /// <summary>Ends the subscriptions of all loggers; the standard out logger takes over.</summary>
    /// <returns>Those who logged so far.</returns>
    internal IActorRef[] RemoveLoggers(Settings settings)
    {
        SubscribeFrom(Logging.LogLevelFor(settings.StdoutLogLevel), settings.StdoutLogger);
        Trace($"Shutting down: {Logging.SimpleName(settings.StdoutLogger)} started");
        lock (_loggers)
        {
            IActorRef[] removed = [.. _loggers.Where(logger => logger is not MinimalLogger)];
            Array.ForEach(removed, logger => _subscriptions.RemoveAll(logger));
            _loggers.Clear();
            return removed;
        }
    }

    private void SubscribeFrom(LogLevel lowest, IActorRef logger)
    {
        foreach (var level in Enum.GetValues<LogLevel>())
        {
            if (level >= lowest)
            {
                _subscriptions.Add(logger, level.ClassFor());
            }
            else
            {
                _subscriptions.Remove(logger, level.ClassFor());
            }
        }
    }
}
