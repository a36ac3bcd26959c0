namespace Akka.Event;

/// <summary>Publishes log events on a bus, down to the level the bus had when this was made.</summary>
/// <remarks>A change of the level concerns adapters that are made after it.</remarks>
public sealed class BusLogging : LoggingAdapterBase
{
    /// <summary>Logs in the name of <paramref name="logSource"/> and <paramref name="logClass"/>.</summary>
    public BusLogging(LoggingBus bus, string logSource, Type logClass, ILogMessageFormatter logMessageFormatter)
        : base(logMessageFormatter)
    {
        Bus = bus;
        LogSource = logSource;
        LogClass = logClass;
        IsDebugEnabled = bus.LogLevel <= LogLevel.DebugLevel;
        IsInfoEnabled = bus.LogLevel <= LogLevel.InfoLevel;
        IsWarningEnabled = bus.LogLevel <= LogLevel.WarningLevel;
        IsErrorEnabled = bus.LogLevel <= LogLevel.ErrorLevel;
    }

    /// <summary>Where events are published.</summary>
    public LoggingBus Bus { get; }

    /// <summary>Who logs.</summary>
    public string LogSource { get; }

    /// <summary>The class that logs.</summary>
    public Type LogClass { get; }

    /// <inheritdoc/>
    public override bool IsDebugEnabled { get; }

    /// <inheritdoc/>
    public override bool IsInfoEnabled { get; }

    /// <inheritdoc/>
    public override bool IsWarningEnabled { get; }

    /// <inheritdoc/>
    public override bool IsErrorEnabled { get; }

    /// <summary>Publishes the event of that level.</summary>
    protected override void NotifyLog(LogLevel logLevel, object message, Exception? cause = null) =>
        Bus.Publish(NewEvent(logLevel, message, cause));

    private LogEvent NewEvent(LogLevel level, object message, Exception? cause) => level switch
    {
        LogLevel.DebugLevel => new Debug(cause, LogSource, LogClass, message),
        LogLevel.InfoLevel => new Info(cause, LogSource, LogClass, message),
        LogLevel.WarningLevel => new Warning(cause, LogSource, LogClass, message),
        LogLevel.ErrorLevel => new Error(cause, LogSource, LogClass, message),
        _ => throw new ArgumentOutOfRangeException(
            nameof(level), level, "Expected a log level from debug to error. Nothing was logged."),
    };
}
