namespace Akka.Actor;

/// <summary>Something was sent that is no message: null.</summary>
public class InvalidMessageException : AkkaException
{
    /// <summary>Says what was sent, and to whom.</summary>
    public InvalidMessageException(string message)
        : base(message)
    {
    }
}
