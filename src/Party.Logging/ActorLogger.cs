using Akka.Actor;
using Akka.Event;
using Microsoft.Extensions.Logging;

namespace Party.Logging;

/// <summary>A logger for akka.loggers that passes log events to the system's <see cref="ILoggerFactory"/>.</summary>
/// <remarks>
/// <para>
/// Configure it by <c>akka.loggers = ["Party.Logging.ActorLogger, Party.Logging"]</c>, and give the system its factory
/// by <see cref="LoggerFactoryExtensions.UseLoggerFactory"/> once it has started. What is logged before that waits: the
/// last 1000 events.
/// </para>
/// <para>
/// The category is the event's source: an actor's path, or a name with the system's address. Templates keep their
/// arguments, by the names in their holes. Akka's own level, akka.loglevel, filters before the factory does.
/// </para>
/// </remarks>
public sealed class ActorLogger : ReceiveActor
{
    private const int MostWaiting = 1000;

    private readonly Queue<LogEvent> _waiting = new();
    private ILoggerFactory? _factory;
    private int _dropped;

    /// <summary>Made by the system, from its configuration.</summary>
    public ActorLogger()
    {
        Receive<InitializeLogger>(_ =>
        {
            Use(LoggerFactoryExtension.Of(Context.System).Join(Self));
            Sender.Tell(new LoggerInitialized());
        });
        Receive<LoggerFactoryGiven>(given => Use(given.Factory));
        Receive<LogEvent>(On);
    }

    private void On(LogEvent logged)
    {
        if (_factory is not null)
        {
            Write(_factory, logged);
            return;
        }

        if (_waiting.Count == MostWaiting)
        {
            _waiting.Dequeue();
            _dropped++;
        }

        _waiting.Enqueue(logged);
    }

    private void Use(ILoggerFactory? factory)
    {
        _factory = factory;
        if (factory is null)
        {
            return;
        }

        if (_dropped > 0)
        {
            Write(factory, new Warning(
                Self.Path.ToString(),
                GetType(),
                $"{_dropped} log events were dropped: they were logged before there was a logger factory."));
        }

        while (_waiting.TryDequeue(out var logged))
        {
            Write(factory, logged);
        }
    }

    private static void Write(ILoggerFactory factory, LogEvent logged)
    {
        var logger = factory.CreateLogger(logged.LogSource ?? "");
        var level = LevelOf(logged.LogLevel());
        if (logger.IsEnabled(level))
        {
            logger.Log(level, default, new LogState(logged), logged.Cause, static (state, _) => state.ToString());
        }
    }

    private static Microsoft.Extensions.Logging.LogLevel LevelOf(Akka.Event.LogLevel level) => level switch
    {
        Akka.Event.LogLevel.DebugLevel => Microsoft.Extensions.Logging.LogLevel.Debug,
        Akka.Event.LogLevel.InfoLevel => Microsoft.Extensions.Logging.LogLevel.Information,
        Akka.Event.LogLevel.WarningLevel => Microsoft.Extensions.Logging.LogLevel.Warning,
        _ => Microsoft.Extensions.Logging.LogLevel.Error,
    };
}
