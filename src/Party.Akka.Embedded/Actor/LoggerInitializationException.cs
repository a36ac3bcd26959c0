namespace Akka.Actor;

/// <summary>A configured logger could not be started.</summary>
public class LoggerInitializationException : AkkaException
{
    /// <summary>Says which logger, and why.</summary>
    public LoggerInitializationException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
