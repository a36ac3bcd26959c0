using Akka.Actor;
using Akka.TestKit.Expectations;
using Akka.TestKit.Receiving;

namespace Akka.TestKit;

/// <content>The next message is what is expected, or the test fails.</content>
public abstract partial class TestKitBase
{
    /// <summary>Expects the next message to be of a type.</summary>
    public T ExpectMsg<T>(
        TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        One(Expect.Any<T>(), duration, hint, Blocking, cancellationToken).Result();

    /// <summary>Expects the next message to equal the given one, and returns the received instance.</summary>
    public T ExpectMsg<T>(
        T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        One(Expect.EqualTo(message), timeout, hint, Blocking, cancellationToken).Result();

    /// <summary>Expects the next message to equal the given one by the comparer: (expected, received).</summary>
    public T ExpectMsg<T>(
        T expected,
        Func<T, T, bool> comparer,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.EqualTo(expected, comparer), timeout, hint, Blocking, cancellationToken).Result();

    /// <summary>Expects the next message to be of a type and to satisfy the condition.</summary>
    public T ExpectMsg<T>(
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.That(isMessage), timeout, hint, Blocking, cancellationToken).Result();

    /// <summary>Expects the next message to be of a type and, with its sender, to satisfy the condition.</summary>
    public T ExpectMsg<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.That(isMessageAndSender), timeout, hint, Blocking, cancellationToken).Result();

    /// <summary>Expects the next message to be of a type and to pass the assertion; its failure comes out.</summary>
    public T ExpectMsg<T>(
        Action<T> assert,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.Passing(assert), timeout, hint, Blocking, cancellationToken).Result();

    /// <summary>Expects the next message to be of a type and, with its sender, to pass the assertion.</summary>
    public T ExpectMsg<T>(
        Action<T, IActorRef> assertMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.Passing(assertMessageAndSender), timeout, hint, Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(
        TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        One(Expect.Any<T>(), duration, hint, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectMsg{T}(T, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(
        T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        One(Expect.EqualTo(message), timeout, hint, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectMsg{T}(T, Func{T, T, bool}, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(
        T expected,
        Func<T, T, bool> comparer,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.EqualTo(expected, comparer), timeout, hint, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectMsg{T}(Predicate{T}, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.That(isMessage), timeout, hint, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectMsg{T}(Func{T, IActorRef, bool}, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.That(isMessageAndSender), timeout, hint, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectMsg{T}(Action{T}, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T> assert,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.Passing(assert), timeout, hint, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectMsg{T}(Action{T, IActorRef}, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T, IActorRef> assertMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.Passing(assertMessageAndSender), timeout, hint, Awaiting, cancellationToken);

    private async ValueTask<T> One<T>(
        Expectation<T> expectation,
        TimeSpan? timeout,
        string? hint,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        var limit = RemainingOrDilated(timeout);
        var start = Time;
        var envelope = await Next(limit, waiting, cancellationToken);
        var elapsed = Time - start;
        var report = new Report(expectation.Text, envelope, _inbox) { Limit = limit, Elapsed = elapsed, Hint = hint };

        if (envelope.Received is not T message)
        {
            throw Failed(report);
        }

        expectation.Check(message, envelope.Sender, new Judge(_assertions, report));
        return message;
    }
}
