namespace Akka.Event;

/// <summary>A log event about a fault.</summary>
public class Error : LogEvent
{
    /// <summary>With the exception that led to it; null for none.</summary>
    public Error(Exception? cause, string logSource, Type logClass, object message)
    {
        Cause = cause;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.ErrorLevel;
}
