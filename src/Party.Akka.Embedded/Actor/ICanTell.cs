namespace Akka.Actor;

/// <summary>Something a message can be sent to: a reference to one actor, or a selection of several.</summary>
public interface ICanTell
{
    /// <summary>Sends without waiting and at most once. Messages of one sender to one actor stay in order.</summary>
    /// <param name="message">Must not change after it was sent.</param>
    /// <param name="sender">Whom the receiver can answer; null stands for the dead letters.</param>
    void Tell(object message, IActorRef? sender);
}
