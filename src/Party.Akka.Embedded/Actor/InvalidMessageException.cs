namespace Akka.Actor;

/// <summary>Something was sent that is no message: null.</summary>
public class InvalidMessageException : AkkaException
{
    /// <summary>Null was sent.</summary>
    public InvalidMessageException()
        : this("Message is null")
    {
    }

    /// <summary>Says what was sent, and to whom.</summary>
    public InvalidMessageException(string message)
        : base(message)
    {
    }
}
