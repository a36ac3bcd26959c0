using Akka.Actor.Hosting;
using Akka.Event;

namespace Akka.Actor.References;

/// <summary>Waits for the reply to an Ask.</summary>
internal sealed class AskRef<T>(EmbeddedActorSystem system, ICanTell asked, TimeSpan? timeout) : PromiseRef<T>(system)
{
    protected override void TellInternal(object message, IActorRef? sender)
    {
        var isFirst = message switch
        {
            T answer => TrySetResult(answer),
            Status.Failure { Cause: { } cause } => TrySetException(cause),
            Status.Failure => TrySetCanceled(),
            _ => TrySetException(new ArgumentException(
                $"Expected a reply of type {typeof(T)} from {asked}, got {message?.GetType().ToString() ?? "null"}: {message}.")),
        };

        if (!isFirst && message is not null)
        {
            System.DeadLetters.Tell(new DeadLetter(message, sender ?? System.DeadLetters, this), sender);
        }
    }

    protected override void TimeOut() => TrySetException(new AskTimeoutException(
        $"Expected a reply of type {typeof(T)} from {asked} within {timeout}, got none. Timeout: the actor has ended, is busy, or does not "
        + "reply by Sender.Tell. Allow more time, or look for a dead letter."));
}
