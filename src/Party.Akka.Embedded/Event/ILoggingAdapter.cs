namespace Akka.Event;

/// <summary>Logs in the name of one source. Asynchronous: what is logged is published on the event stream.</summary>
public interface ILoggingAdapter
{
    /// <summary>Puts arguments into templates.</summary>
    ILogMessageFormatter Formatter { get; }

    /// <summary>Whether debug events are published.</summary>
    bool IsDebugEnabled { get; }

    /// <summary>Whether info events are published.</summary>
    bool IsInfoEnabled { get; }

    /// <summary>Whether warnings are published.</summary>
    bool IsWarningEnabled { get; }

    /// <summary>Whether errors are published.</summary>
    bool IsErrorEnabled { get; }

    /// <summary>Whether events of that level are published.</summary>
    bool IsEnabled(LogLevel logLevel);

    /// <summary>Logs a template with its arguments.</summary>
    void Log(LogLevel logLevel, Exception? cause, LogMessage message);

    /// <summary>Logs a text as it is.</summary>
    void Log(LogLevel logLevel, Exception? cause, string format);
}
