namespace Akka.Actor;

/// <summary>A name that no actor can have: malformed, or in use.</summary>
public class InvalidActorNameException : AkkaException
{
    /// <summary>Says which name, and what is wrong with it.</summary>
    public InvalidActorNameException(string message)
        : base(message)
    {
    }

    /// <summary>Says which name, what is wrong with it, and what brought that to light.</summary>
    public InvalidActorNameException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
