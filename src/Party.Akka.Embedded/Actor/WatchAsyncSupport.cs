using Akka.Actor.References;

namespace Akka.Actor;

/// <summary>Waiting for the end of an actor.</summary>
public static class WatchAsyncSupport
{
    /// <summary>Waits for the end of an actor, without doing anything to bring it about.</summary>
    /// <returns>True when it has ended, at once if it had before; false when the token was cancelled first.</returns>
    /// <exception cref="InvalidOperationException">The reference is not one of the runtime.</exception>
    public static async Task<bool> WatchAsync(this IActorRef target, CancellationToken token = default)
    {
        if (target is not IInternalActorRef watched)
        {
            throw new InvalidOperationException(
                $"Expected a reference made by an actor system, got {target}. It cannot be watched.");
        }

        var end = new EndRef(watched);
        end.WaitFor(null, token);
        end.Watch();
        try
        {
            return await end.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            end.Unwatch();
            return false;
        }
    }
}
