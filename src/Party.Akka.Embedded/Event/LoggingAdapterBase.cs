namespace Akka.Event;

/// <summary>The usual base of an adapter: it sees to the levels.</summary>
public abstract class LoggingAdapterBase : ILoggingAdapter
{
    /// <summary>With a formatter for templates.</summary>
    protected LoggingAdapterBase(ILogMessageFormatter logMessageFormatter) => Formatter = logMessageFormatter;

    /// <inheritdoc/>
    public ILogMessageFormatter Formatter { get; }

    /// <inheritdoc/>
    public abstract bool IsDebugEnabled { get; }

    /// <inheritdoc/>
    public abstract bool IsInfoEnabled { get; }

    /// <inheritdoc/>
    public abstract bool IsWarningEnabled { get; }

    /// <inheritdoc/>
    public abstract bool IsErrorEnabled { get; }

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => IsDebugEnabled,
        LogLevel.InfoLevel => IsInfoEnabled,
        LogLevel.WarningLevel => IsWarningEnabled,
        LogLevel.ErrorLevel => IsErrorEnabled,
        _ => throw new NotSupportedException($"Expected a log level from debug to error, got {logLevel}."),
    };

    /// <inheritdoc/>
    public void Log(LogLevel logLevel, Exception? cause, LogMessage message) => LogAny(logLevel, cause, message);

    /// <inheritdoc/>
    public void Log(LogLevel logLevel, Exception? cause, string format) => LogAny(logLevel, cause, format);

    /// <summary>Passes on an event whose level is enabled.</summary>
    protected abstract void NotifyLog(LogLevel logLevel, object message, Exception? cause = null);

    private void LogAny(LogLevel logLevel, Exception? cause, object message)
    {
        if (IsEnabled(logLevel))
        {
            NotifyLog(logLevel, message, cause);
        }
    }
}
