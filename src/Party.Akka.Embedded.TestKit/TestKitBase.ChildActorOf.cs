using Akka.Actor;
using Akka.TestKit.Receiving;

namespace Akka.TestKit;

/// <content>Actors below the test actor, and further things a kit makes.</content>
public abstract partial class TestKitBase
{
    /// <summary>Makes a child of the test actor, which restarts it when it fails.</summary>
    public IActorRef ChildActorOf(Props props, CancellationToken cancellationToken = default) =>
        Child(props, null, Blocking, cancellationToken).Result();

    /// <summary>Makes a named child of the test actor, which restarts it when it fails.</summary>
    public IActorRef ChildActorOf(Props props, string name, CancellationToken cancellationToken = default) =>
        Child(props, name, Blocking, cancellationToken).Result();

    /// <summary>Makes a child of the test actor, which restarts it when it fails.</summary>
    /// <remarks>The strategy is not used; an actor of one's own as parent supervises as one likes.</remarks>
    public IActorRef ChildActorOf(
        Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        Child(props, null, Blocking, cancellationToken).Result();

    /// <summary>Makes a named child of the test actor, which restarts it when it fails.</summary>
    /// <remarks>The strategy is not used; an actor of one's own as parent supervises as one likes.</remarks>
    public IActorRef ChildActorOf(
        Props props,
        string name,
        SupervisorStrategy supervisorStrategy,
        CancellationToken cancellationToken = default) =>
        Child(props, name, Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ChildActorOf(Props, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(Props props, CancellationToken cancellationToken = default) =>
        Child(props, null, Awaiting, cancellationToken).AsTask();

    /// <inheritdoc cref="ChildActorOf(Props, string, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(Props props, string name, CancellationToken cancellationToken = default) =>
        Child(props, name, Awaiting, cancellationToken).AsTask();

    /// <inheritdoc cref="ChildActorOf(Props, SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(
        Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        Child(props, null, Awaiting, cancellationToken).AsTask();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(
        Props props,
        string name,
        SupervisorStrategy supervisorStrategy,
        CancellationToken cancellationToken = default) =>
        Child(props, name, Awaiting, cancellationToken).AsTask();

    /// <summary>Makes a second test actor with a mailbox of its own.</summary>
    public virtual TestProbe CreateTestProbe(string? name = null) => CreateTestProbe(Sys, name);

    /// <summary>Makes a test actor with a mailbox of its own in a system, which may be another one.</summary>
    public virtual TestProbe CreateTestProbe(ActorSystem system, string? name = null) => new(system, _assertions, name);

    /// <summary>Makes a gate that opens after a number of signals; its waits are dilated.</summary>
    public virtual TestLatch CreateTestLatch(int count = 1) =>
        TestLatch.Dilated(Dilated, TestKitSettings.DefaultTimeout, count);

    /// <summary>Makes a meeting point for a number of threads; its waits are dilated.</summary>
    public TestBarrier CreateTestBarrier(int count) => new(this, count, TestKitSettings.DefaultTimeout);

    private ValueTask<IActorRef> Child(
        Props props, string? name, Waiting waiting, CancellationToken cancellationToken) =>
        Inside(context => context.ActorOf(props, name), waiting, cancellationToken);
}
