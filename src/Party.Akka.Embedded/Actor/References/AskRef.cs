using Akka.Actor.Hosting;

namespace Akka.Actor.References;

/// <summary>Waits for the reply to an Ask.</summary>
internal sealed class AskRef<T>(EmbeddedActorSystem system, ICanTell asked, TimeSpan? timeout) : PromiseRef<T>(system)
{
    protected override void TellInternal(object message, IActorRef? sender)
    {
        var isAnswered = message switch
        {
            T answer => TrySetResult(answer),
            null => TrySetResult(default!),
            Status.Failure { Cause: { } cause } => TrySetException(cause),
            Status.Failure => TrySetCanceled(),
            _ => Refuse(message),
        };

        if (!isAnswered && message is not null && !Task.IsCanceled)
        {
            System.DeadLetters.Tell(message, this);
        }
    }

    protected override void TimeOut() => TrySetException(new AskTimeoutException(
        $"Expected a reply of type {typeof(T)} from {asked} within {timeout}, got none. Timeout: the actor has ended, "
        + "is busy, or does not reply by Sender.Tell. Allow more time, or look for a dead letter."));

    private bool Refuse(object message)
    {
        TrySetException(new ArgumentException(
            $"Expected a reply of type {typeof(T)} from {asked}, got {message.GetType()}: {message}."));
        return false;
    }
}
