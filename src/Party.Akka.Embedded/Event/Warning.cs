namespace Akka.Event;

/// <summary>A log event about something that may lead to a fault.</summary>
public class Warning : LogEvent
{
    /// <summary>Without an exception.</summary>
    public Warning(string logSource, Type logClass, object message)
        : this(null, logSource, logClass, message)
    {
    }

    /// <summary>With the exception that led to it; null for none.</summary>
    public Warning(Exception? cause, string logSource, Type logClass, object message)
    {
        Cause = cause;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.WarningLevel;
}
