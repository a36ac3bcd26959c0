namespace Akka.Actor;

/// <summary>An actor was told <see cref="Kill"/>; by default its supervisor stops it.</summary>
public class ActorKilledException : AkkaException
{
    /// <summary>Says nothing more.</summary>
    public ActorKilledException()
    {
    }

    /// <summary>Says what killed it.</summary>
    public ActorKilledException(string message)
        : base(message)
    {
    }
}
