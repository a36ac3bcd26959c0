namespace Akka.Actor;

/// <summary>Something that can be told when an actor ends.</summary>
public interface ICanWatch
{
    /// <summary>
    /// Asks for a <see cref="Terminated"/> when <paramref name="subject"/> ends, at once if it has ended already.
    /// </summary>
    /// <remarks>Watching again changes nothing: the first way of watching counts.</remarks>
    IActorRef Watch(IActorRef subject);

    /// <summary>
    /// Like <see cref="Watch"/>, with <paramref name="message"/> in the place of <see cref="Terminated"/>.
    /// </summary>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>
    /// Ends the watch. No <see cref="Terminated"/> comes after it, not even one that lies in the mailbox.
    /// </summary>
    IActorRef Unwatch(IActorRef subject);
}
