using Akka.Actor;
using Akka.Actor.Hosting;
using Akka.Actor.References;
using Akka.TestKit.Receiving;
using Akka.TestKit.References;

namespace Akka.TestKit;

/// <summary>A reference to an actor whose instance the test can see and call.</summary>
/// <remarks>
/// Unless its props name a thread dispatcher, the actor handles what it is told on the thread that tells it, before
/// <c>Tell</c> returns; what it throws then goes to its supervisor. <see cref="Receive"/> passes the mailbox by, and
/// what the actor throws there comes out.
/// </remarks>
public abstract class TestActorRefBase<TActor> : IStandIn
    where TActor : ActorBase
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(5);

    private readonly LocalActorRef _actor;

    /// <summary>Starts the actor, under /user unless a supervisor is given.</summary>
    protected TestActorRefBase(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(actorProps);
        var props = actorProps.Deploy.Dispatcher == Deploy.NoDispatcherGiven
            ? actorProps.WithDispatcher(CallingThreadDispatcher.Id)
            : actorProps;
        var parent = supervisor ?? ((EmbeddedActorSystem)system).Provider.Guardian;
        _actor = parent.Local().Cell.ActorOf(props, name).Local();
    }

    /// <summary>The reference that the actor itself and everybody else has.</summary>
    public IActorRef Ref => _actor;

    /// <summary>Where the actor lives.</summary>
    public ActorPath Path => _actor.Path;

    /// <summary>The present instance, another one after a restart; the first is waited for, up to 5 seconds.</summary>
    /// <exception cref="IllegalActorStateException">There is none: the actor could not start, or has ended.</exception>
    public TActor UnderlyingActor
    {
        get
        {
            SpinWait.SpinUntil(() => _actor.Cell.Actor is not null || _actor.Cell.IsTerminated, StartLimit);
            return _actor.Cell.Actor as TActor ?? throw new IllegalActorStateException(
                $"Expected {Path} to be a {typeof(TActor).Name}, got {_actor.Cell.Actor?.GetType().Name ?? "none"}. "
                + "There is no instance after a constructor that threw, nor after the actor's end.");
        }
    }

    IInternalActorRef IStandIn.Actor => _actor;

    /// <summary>Has the actor handle a message on this thread, here and now; what it throws comes out.</summary>
    public void Receive(object message, IActorRef? sender = null) =>
        _actor.Cell.InvokeNow(new Envelope(message, sender, _actor.System));

    /// <summary>The same, to the end of an asynchronous handler, whose later failures go to the supervisor.</summary>
    public async Task ReceiveAsync(object message, IActorRef? sender = null)
    {
        Receive(message, sender);
        while (_actor.Cell.TaskScheduler.IsAwaiting)
        {
            await Waiting.Awaiting(_actor.System).Pause(PollingInterval, CancellationToken.None);
        }
    }

    /// <summary>Tells the actor something, as the actor or test that runs on this thread.</summary>
    public void Tell(object message) => ActorRefImplicitSenderExtensions.Tell(_actor, message);

    /// <summary>Tells the actor something.</summary>
    public void Tell(object message, IActorRef? sender) => _actor.Tell(message, sender);

    /// <summary>Passes the message that is being handled on this thread on, with its sender.</summary>
    public void Forward(object message) => ActorRefImplicitSenderExtensions.Forward(_actor, message);

    /// <summary>Makes the actor watch another one.</summary>
    public void Watch(IActorRef subject) => _actor.Cell.Watch(subject);

    /// <summary>Ends a watch of the actor.</summary>
    public void Unwatch(IActorRef subject) => _actor.Cell.Unwatch(subject);

    /// <summary>Orders as the actor does, by path.</summary>
    public int CompareTo(object? obj) => _actor.CompareTo(obj);

    /// <summary>Whether the other is the same actor, whatever stands for it.</summary>
    public bool Equals(IActorRef? other) => _actor.Equals(other);

    /// <inheritdoc cref="Equals(IActorRef)"/>
    public override bool Equals(object? obj) => _actor.Equals(obj);

    /// <inheritdoc/>
    public override int GetHashCode() => _actor.GetHashCode();

    /// <summary>The actor's path.</summary>
    public override string ToString() => $"TestActor[{_actor.Path}]";

    /// <summary>The reference that the actor itself and everybody else has.</summary>
    public static IActorRef ToActorRef(TestActorRefBase<TActor> actorRef) => actorRef._actor;

    /// <summary>Whether both are the same actor.</summary>
    public static bool operator ==(TestActorRefBase<TActor>? testActorRef, IActorRef? actorRef) =>
        Equals(testActorRef, actorRef);

    /// <summary>Whether they are different actors.</summary>
    public static bool operator !=(TestActorRefBase<TActor>? testActorRef, IActorRef? actorRef) =>
        !Equals(testActorRef, actorRef);

    /// <summary>Whether both are the same actor.</summary>
    public static bool operator ==(IActorRef? actorRef, TestActorRefBase<TActor>? testActorRef) =>
        Equals(testActorRef, actorRef);

    /// <summary>Whether they are different actors.</summary>
    public static bool operator !=(IActorRef? actorRef, TestActorRefBase<TActor>? testActorRef) =>
        !Equals(testActorRef, actorRef);
}
