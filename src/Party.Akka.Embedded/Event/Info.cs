namespace Akka.Event;

/// <summary>A log event about the normal course of things.</summary>
public class Info : LogEvent
{
    /// <summary>Without an exception.</summary>
    public Info(string logSource, Type logClass, object message)
        : this(null, logSource, logClass, message)
    {
    }

    /// <summary>With the exception that led to it; null for none.</summary>
    public Info(Exception? cause, string logSource, Type logClass, object message)
    {
        Cause = cause;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.InfoLevel;
}
