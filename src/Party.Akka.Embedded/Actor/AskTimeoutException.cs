namespace Akka.Actor;

/// <summary>Nobody replied to an Ask in time.</summary>
public class AskTimeoutException : AkkaException
{
    /// <summary>Says who was asked, and for how long.</summary>
    public AskTimeoutException(string message)
        : base(message)
    {
    }
}
