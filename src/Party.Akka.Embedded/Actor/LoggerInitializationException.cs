namespace Akka.Actor;

/// <summary>A configured logger could not be started.</summary>
public class LoggerInitializationException : AkkaException
{
    /// <summary>For a logger about which nothing more is known.</summary>
    public LoggerInitializationException()
    {
    }

    /// <summary>Says which logger, and why.</summary>
    public LoggerInitializationException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
