namespace Akka.Actor;

/// <summary>PreRestart threw. The restart goes on; this is logged, with the cause of the restart inside.</summary>
public class PreRestartException : ActorInitializationException
{
    /// <summary>Keeps both exceptions apart.</summary>
    /// <param name="actor">The actor that restarts.</param>
    /// <param name="restartException">What PreRestart threw.</param>
    /// <param name="cause">Why the actor restarts.</param>
    /// <param name="optionalMessage">The message that was being handled when it failed.</param>
    public PreRestartException(
        IActorRef actor, Exception? restartException, Exception cause, object? optionalMessage)
        : base(
            actor,
            $"Exception pre restart ({restartException?.GetType().ToString() ?? "null"})",
            cause)
    {
        RestartException = restartException;
        OptionalMessage = optionalMessage;
    }

    /// <summary>What PreRestart threw.</summary>
    public Exception? RestartException { get; }

    /// <summary>The message that was being handled when the actor failed; null where there was none.</summary>
    public object? OptionalMessage { get; }
}
