namespace Akka.Event;

/// <summary>A log event for who looks for a fault.</summary>
public class Debug : LogEvent
{
    /// <summary>Without an exception.</summary>
    public Debug(string logSource, Type logClass, object message)
        : this(null, logSource, logClass, message)
    {
    }

    /// <summary>With the exception that led to it; null for none.</summary>
    public Debug(Exception? cause, string logSource, Type logClass, object message)
    {
        Cause = cause;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.DebugLevel;
}
