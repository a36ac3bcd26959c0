using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>What the runtime offers an actor: its place in the tree, its children, the present message.</summary>
/// <remarks>Belongs to the actor's own thread. Take what is needed out of it before starting a task.</remarks>
public interface IActorContext : IActorRefFactory, ICanWatch
{
    /// <summary>The actor itself, the same through restarts.</summary>
    IActorRef Self { get; }

    /// <summary>How the actor was made, and is made again by a restart.</summary>
    Props Props { get; }

    /// <summary>The thread dispatcher that runs this actor.</summary>
    MessageDispatcher Dispatcher { get; }

    /// <summary>Who sent the message being handled; the dead letters where nobody did.</summary>
    IActorRef Sender { get; }

    /// <summary>The system the actor lives in.</summary>
    ActorSystem System { get; }

    /// <summary>The actor's supervisor.</summary>
    IActorRef Parent { get; }

    /// <summary>How long a silence until a <see cref="Actor.ReceiveTimeout"/> comes; null for never.</summary>
    TimeSpan? ReceiveTimeout { get; }

    /// <summary>Handles the next messages by <paramref name="receive"/> instead of the present behaviour.</summary>
    void Become(Receive receive);

    /// <summary>Like <see cref="Become"/>, keeping the present behaviour for <see cref="UnbecomeStacked"/>.</summary>
    void BecomeStacked(Receive receive);

    /// <summary>Returns to the behaviour below, or to the first one when there is none.</summary>
    void UnbecomeStacked();

    /// <summary>The child of that name, or <see cref="ActorRefs.Nobody"/>.</summary>
    IActorRef Child(string name);

    /// <summary>The living children, as they are now.</summary>
    IEnumerable<IActorRef> GetChildren();

    /// <summary>Asks for a <see cref="Actor.ReceiveTimeout"/> after each silence so long; null for none.</summary>
    void SetReceiveTimeout(TimeSpan? timeout);

    /// <summary>Stops a child, or the actor itself: after the message in hand, without the ones that wait.</summary>
    void Stop(IActorRef child);
}
