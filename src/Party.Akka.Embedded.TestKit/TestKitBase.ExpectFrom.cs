using Akka.Actor;
using Akka.TestKit.Expectations;
using Akka.TestKit.Receiving;

namespace Akka.TestKit;

/// <content>The next message is what is expected and comes from whom it is expected, or the test fails.</content>
public abstract partial class TestKitBase
{
    /// <summary>Expects the next message to be of a type and from the sender.</summary>
    public T ExpectMsgFrom<T>(
        IActorRef sender,
        TimeSpan? duration = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.Any<T>().From(sender), duration, hint, Blocking, cancellationToken).Result();

    /// <summary>Expects the next message to equal the given one and to be from the sender.</summary>
    public T ExpectMsgFrom<T>(
        IActorRef sender,
        T message,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.EqualTo(message).From(sender), timeout, hint, Blocking, cancellationToken).Result();

    /// <summary>Expects the next message to satisfy the condition and to be from the sender.</summary>
    public T ExpectMsgFrom<T>(
        IActorRef sender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.That(isMessage).From(sender), timeout, hint, Blocking, cancellationToken).Result();

    /// <summary>Expects the next message to pass the assertion and to be from the sender.</summary>
    public T ExpectMsgFrom<T>(
        IActorRef sender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.Passing(assertMessage).From(sender), timeout, hint, Blocking, cancellationToken).Result();

    /// <summary>Expects the next message and its sender to satisfy a condition each, the sender first.</summary>
    public T ExpectMsgFrom<T>(
        Predicate<IActorRef> isSender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.That(isMessage).From(isSender), timeout, hint, Blocking, cancellationToken).Result();

    /// <summary>Expects the next message and its sender to pass an assertion each, the sender first.</summary>
    public T ExpectMsgFrom<T>(
        Action<IActorRef> assertSender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.Passing(assertMessage).From(assertSender), timeout, hint, Blocking, cancellationToken)
            .Result();

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        TimeSpan? duration = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.Any<T>().From(sender), duration, hint, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, T, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        T message,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.EqualTo(message).From(sender), timeout, hint, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, Predicate{T}, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.That(isMessage).From(sender), timeout, hint, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, Action{T}, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.Passing(assertMessage).From(sender), timeout, hint, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectMsgFrom{T}(Predicate{IActorRef}, Predicate{T}, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        Predicate<IActorRef> isSender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.That(isMessage).From(isSender), timeout, hint, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectMsgFrom{T}(Action{IActorRef}, Action{T}, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        Action<IActorRef> assertSender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.Passing(assertMessage).From(assertSender), timeout, hint, Awaiting, cancellationToken);
}
