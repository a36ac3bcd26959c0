namespace Akka.Actor;

/// <summary>Something that can be told when an actor ends.</summary>
public interface ICanWatch
{
    /// <summary>Asks for a <see cref="Terminated"/> when the subject ends, at once if it has already.</summary>
    /// <remarks>Watching again changes nothing: the first way of watching counts.</remarks>
    IActorRef Watch(IActorRef subject);

    /// <summary>Like <see cref="Watch"/>, with another message in the place of <see cref="Terminated"/>.</summary>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>Ends the watch. No news come after it, not even those that lie in the mailbox.</summary>
    IActorRef Unwatch(IActorRef subject);
}
