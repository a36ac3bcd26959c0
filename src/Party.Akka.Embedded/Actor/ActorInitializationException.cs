namespace Akka.Actor;

/// <summary>An actor could not be constructed or started; by default its supervisor stops it.</summary>
public class ActorInitializationException : AkkaException
{
    /// <summary>For an actor that is not known, with no cause.</summary>
    public ActorInitializationException()
    {
    }

    /// <summary>Says what went wrong before there was an actor.</summary>
    public ActorInitializationException(string message)
        : base(message)
    {
    }

    /// <summary>Says what went wrong before there was an actor, and the cause.</summary>
    public ActorInitializationException(string message, Exception? cause)
        : base(message, cause)
    {
    }

    /// <summary>Says which actor it was; the cause is what its constructor or PreStart threw.</summary>
    public ActorInitializationException(IActorRef actor, string message, Exception? cause = null)
        : base(message, cause) => Actor = actor;

    /// <summary>The actor that did not come to life; null where there was none yet.</summary>
    public IActorRef? Actor { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Actor is null ? base.ToString() : $"{Actor}: {base.ToString()}";
}
