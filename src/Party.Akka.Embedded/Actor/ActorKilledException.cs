namespace Akka.Actor;

/// <summary>An actor was told <see cref="Kill"/>; by default its supervisor stops it.</summary>
public class ActorKilledException : AkkaException
{
    /// <summary>Says which actor.</summary>
    public ActorKilledException(string message)
        : base(message)
    {
    }
}
