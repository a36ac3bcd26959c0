namespace Akka.Actor;

/// <summary>A selection reached no actor in the time allowed.</summary>
public class ActorNotFoundException : AkkaException
{
    /// <summary>For a search about which nothing more is known.</summary>
    public ActorNotFoundException()
    {
    }

    /// <summary>Says what was looked for.</summary>
    public ActorNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
