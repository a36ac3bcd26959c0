namespace Akka.Actor;

/// <summary>The new instance of a restart could not be made or started; by default it is stopped.</summary>
public class PostRestartException : ActorInitializationException
{
    /// <summary>Keeps both exceptions apart.</summary>
    /// <param name="actor">The actor that was restarting.</param>
    /// <param name="cause">What the constructor or PostRestart threw.</param>
    /// <param name="originalCause">Why the actor restarted.</param>
    public PostRestartException(IActorRef actor, Exception cause, Exception? originalCause)
        : base(
            actor,
            $"Exception post restart ({originalCause?.GetType().ToString() ?? "null"})",
            cause) => OriginalCause = originalCause;

    /// <summary>Why the actor restarted.</summary>
    public Exception? OriginalCause { get; }
}
