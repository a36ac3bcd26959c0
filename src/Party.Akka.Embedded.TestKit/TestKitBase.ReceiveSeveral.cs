using System.Runtime.CompilerServices;
using Akka.TestKit.Expectations;
using Akka.TestKit.Receiving;

namespace Akka.TestKit;

/// <content>A number of messages, or as many as go on fitting.</content>
public abstract partial class TestKitBase
{
    /// <summary>Takes this many messages, all of them in the usual time, or the test fails.</summary>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default) =>
        Several(numberOfMessages, RemainingOrDefault, Blocking, cancellationToken).ToList();

    /// <summary>Takes this many messages, all of them within a time, or the test fails.</summary>
    public IReadOnlyCollection<object> ReceiveN(
        int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        Several(numberOfMessages, RemainingOrDilated(max), Blocking, cancellationToken).ToList();

    /// <inheritdoc cref="ReceiveN(int, CancellationToken)"/>
    public IAsyncEnumerable<object> ReceiveNAsync(
        int numberOfMessages, CancellationToken cancellationToken = default) =>
        Several(numberOfMessages, RemainingOrDefault, Awaiting, cancellationToken);

    /// <inheritdoc cref="ReceiveN(int, TimeSpan, CancellationToken)"/>
    public IAsyncEnumerable<object> ReceiveNAsync(
        int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        Several(numberOfMessages, RemainingOrDilated(max), Awaiting, cancellationToken);

    /// <summary>Takes messages as long as the filter makes something of them; the first other one stays.</summary>
    /// <param name="filter">Turns a message into a result, or null to end.</param>
    /// <param name="max">How long all of it may take.</param>
    /// <param name="idle">How long to wait for one message; without limit if left out.</param>
    /// <param name="msgs">How many messages to take at most.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Func<object, T?> filter,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        While(Verdict<T>.Of(filter), max, idle, msgs, Blocking, cancellationToken).ToList();

    /// <inheritdoc cref="ReceiveWhile{T}(Func{object, T}, TimeSpan?, TimeSpan?, int, CancellationToken)"/>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        ReceiveWhile(filter, max, null, msgs, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(Func{object, T}, TimeSpan?, TimeSpan?, int, CancellationToken)"/>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max,
        TimeSpan? idle,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        ReceiveWhile(filter, max, idle, msgs, cancellationToken);

    /// <summary>Takes messages as long as the condition holds; the first it does not hold for stays.</summary>
    /// <param name="shouldContinue">Asked about messages of the type.</param>
    /// <param name="max">How long all of it may take.</param>
    /// <param name="idle">How long to wait for one message; without limit if left out.</param>
    /// <param name="msgs">How many messages to take at most.</param>
    /// <param name="shouldIgnoreOtherMessageTypes">Whether other types are dropped; if not, the first ends it.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true,
        CancellationToken cancellationToken = default) =>
        While(
            Verdict<T>.Of(shouldContinue, shouldIgnoreOtherMessageTypes),
            max,
            idle,
            msgs,
            Blocking,
            cancellationToken).ToList();

    /// <inheritdoc cref="ReceiveWhile{T}(Func{object, T}, TimeSpan?, TimeSpan?, int, CancellationToken)"/>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Func<object, T?> filter,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        While(Verdict<T>.Of(filter), max, idle, msgs, Awaiting, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(Func{object, T}, TimeSpan?, TimeSpan?, int, CancellationToken)"/>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        ReceiveWhileAsync(filter, max, null, msgs, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(Func{object, T}, TimeSpan?, TimeSpan?, int, CancellationToken)"/>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max,
        TimeSpan? idle,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        ReceiveWhileAsync(filter, max, idle, msgs, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(Predicate{T}, TimeSpan?, TimeSpan?, int, bool, CancellationToken)"/>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true,
        CancellationToken cancellationToken = default) =>
        While(
            Verdict<T>.Of(shouldContinue, shouldIgnoreOtherMessageTypes),
            max,
            idle,
            msgs,
            Awaiting,
            cancellationToken);

    private IAsyncEnumerable<object> Several(
        int count, TimeSpan limit, Waiting waiting, CancellationToken cancellationToken) =>
        Several($"{count} messages", count, limit, waiting, cancellationToken);

    private async IAsyncEnumerable<object> Several(
        string expected,
        int count,
        TimeSpan limit,
        Waiting waiting,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = Time;
        List<object> got = [];
        while (got.Count < count)
        {
            var envelope = await Next(limit - (Time - start), waiting, cancellationToken);
            if (envelope.Received is not { } message)
            {
                throw Failed(new Report(expected, $"only {got.Count}: {Wording.OfItems(got)},", _inbox)
                {
                    Limit = limit,
                    Elapsed = Time - start,
                });
            }

            got.Add(message);
            yield return message;
        }
    }

    private async IAsyncEnumerable<T> While<T>(
        Func<object, Verdict<T>> decide,
        TimeSpan? max,
        TimeSpan? idle,
        int msgs,
        Waiting waiting,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stop = Time + RemainingOrDilated(max);
        var pause = idle is null || idle == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : idle.Value;

        for (var kept = 0; kept < msgs;)
        {
            var envelope = await _inbox.Peek(Shorter(stop - Time, pause), waiting, cancellationToken);
            var verdict = envelope.Received is { } message ? decide(message) : Verdict<T>.End;
            if (verdict.IsEnd)
            {
                break;
            }

            await Next(TimeSpan.Zero, waiting, cancellationToken);
            if (verdict.IsKept)
            {
                kept++;
                yield return verdict.Result;
            }
        }

        _inbox.WasSilent = true;
    }
}
