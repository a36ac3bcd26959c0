using Akka.Actor.Cells;
using Akka.Actor.Hosting;
using Akka.Actor.References;

namespace Akka.Actor;

/// <summary>Questions with an answer: a message whose reply is a task.</summary>
/// <remarks>
/// The reply is whatever is told to the sender. A <see cref="Status.Failure"/> throws its cause, unless an object or a
/// status is asked for; another type than the one asked for is an <see cref="ArgumentException"/>. Without a time,
/// akka.actor.ask-timeout holds; zero or less waits for ever. Never wait for the task inside an actor: await it in
/// ReceiveAsync, or use PipeTo.
/// </remarks>
public static class Futures
{
    /// <summary>Asks for a reply of any type.</summary>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    /// <summary>Asks for a reply of any type, until the token is cancelled.</summary>
    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    /// <summary>Asks for a reply of any type, until time is up or the token is cancelled.</summary>
    public static Task<object> Ask(
        this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    /// <summary>Asks for a reply of one type.</summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    /// <summary>Asks for a reply of one type, until the token is cancelled.</summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, null, cancellationToken);

    /// <summary>Asks for a reply of one type, until time is up or the token is cancelled.</summary>
    public static Task<T> Ask<T>(
        this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<T>(_ => message, timeout, cancellationToken);

    /// <summary>Asks with a message that carries the reference to reply to.</summary>
    /// <exception cref="AskTimeoutException">Thrown by the task: nobody replied in time.</exception>
    public static Task<T> Ask<T>(
        this ICanTell self,
        Func<IActorRef, object> messageFactory,
        TimeSpan? timeout,
        CancellationToken cancellationToken)
    {
        var system = SystemOf(self);
        var wait = timeout ?? system.Settings.AskTimeout;
        var asker = new AskRef<T>(system, self, wait);
        asker.WaitFor(wait, cancellationToken);
        self.Tell(messageFactory(asker), asker);
        return asker.Task;
    }

    private static EmbeddedActorSystem SystemOf(ICanTell asked) => asked switch
    {
        IInternalActorRef actor => actor.System,
        ActorSelection { Anchor: IInternalActorRef anchor } => anchor.System,
        _ => ActorCell.Current?.System ?? throw new NotSupportedException(
            $"Cannot ask {asked}: it belongs to no actor system that could wait for the reply."),
    };
}
