using Akka.Actor;

namespace Akka.Event;

/// <summary>Makes loggers, and knows the levels by name and by class.</summary>
public static class Logging
{
    // Above every level: nothing is published.
    internal const LogLevel Off = (LogLevel)int.MaxValue;

    /// <summary>Logs in the name of an actor: its path is the source, its class the class.</summary>
    public static ILoggingAdapter GetLogger(
        this IActorContext context, ILogMessageFormatter? logMessageFormatter = null) =>
        GetLogger(context.System, context, logMessageFormatter);

    /// <summary>Logs in the name of a string, a type, an actor or any object.</summary>
    public static ILoggingAdapter GetLogger(
        ActorSystem system, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null) =>
        NewLogger(
            system.EventStream,
            LogSource.Create(logSourceObj, system),
            logMessageFormatter ?? system.Settings.LogFormatter);

    /// <summary>The same, without the address of a system in the source.</summary>
    public static ILoggingAdapter GetLogger(
        LoggingBus loggingBus, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null) =>
        NewLogger(
            loggingBus,
            LogSource.Create(logSourceObj),
            logMessageFormatter ?? DefaultLogMessageFormatter.Instance);

    /// <summary>The level of a name in any case: DEBUG, INFO, WARNING, ERROR, OFF.</summary>
    /// <exception cref="ArgumentException">The name is none of them.</exception>
    public static LogLevel LogLevelFor(string logLevel) => logLevel?.ToUpperInvariant() switch
    {
        "DEBUG" => LogLevel.DebugLevel,
        "INFO" => LogLevel.InfoLevel,
        "WARNING" => LogLevel.WarningLevel,
        "ERROR" => LogLevel.ErrorLevel,
        "OFF" => Off,
        _ => throw new ArgumentException(
            $"Expected a log level of DEBUG, INFO, WARNING, ERROR or OFF, got \"{logLevel}\".", nameof(logLevel)),
    };

    /// <summary>The level of a class of events.</summary>
    /// <exception cref="ArgumentException">The class has none.</exception>
    public static LogLevel LogLevelFor<T>()
        where T : LogEvent => Enum.GetValues<LogLevel>().FirstOrDefault(
            level => level.ClassFor() == typeof(T), Off) is var found and not Off
            ? found
            : throw new ArgumentException($"Expected Debug, Info, Warning or Error, got {typeof(T)}.");

    /// <summary>The class of the events of a level.</summary>
    public static Type ClassFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => typeof(Debug),
        LogLevel.InfoLevel => typeof(Info),
        LogLevel.WarningLevel => typeof(Warning),
        LogLevel.ErrorLevel => typeof(Error),
        _ => throw new ArgumentException(
            $"Expected a log level from debug to error, got {logLevel}.", nameof(logLevel)),
    };

    /// <summary>The name of a level.</summary>
    public static string StringFor(this LogLevel logLevel) =>
        logLevel == Off ? "OFF" : logLevel.ClassFor().Name.ToUpperInvariant();

    /// <summary>The name of an object's type, without its namespace.</summary>
    public static string SimpleName(object o) => SimpleName(o.GetType());

    /// <summary>The name of a type, without its namespace.</summary>
    public static string SimpleName(Type t) => t.Name;

    private static BusLogging NewLogger(LoggingBus bus, LogSource source, ILogMessageFormatter formatter) =>
        new(bus, source.Source, source.Type, formatter);
}
