using System.Collections;
using Akka.TestKit.Expectations;
using Akka.TestKit.Receiving;

namespace Akka.TestKit;

/// <content>Messages that do not fit are thrown back into the sea: taken and dropped.</content>
public abstract partial class TestKitBase
{
    /// <summary>Takes messages until one fits, or the test fails with the hint.</summary>
    public object FishForMessage(
        Predicate<object> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        FishForMessage<object>(isMessage, max, hint, cancellationToken);

    /// <summary>Takes messages until one is of the type and fits, or the test fails with the hint.</summary>
    public T FishForMessage<T>(
        Predicate<T> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(isMessage, [], max, hint, Blocking, cancellationToken).Result();

    /// <summary>The same, and leaves the messages that did not fit in a list, which is emptied first.</summary>
    public T FishForMessage<T>(
        Predicate<T> isMessage,
        ArrayList? allMessages,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(isMessage, allMessages ?? [], max, hint, Blocking, cancellationToken).Result();

    /// <inheritdoc cref="FishForMessage(Predicate{object}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<object> FishForMessageAsync(
        Predicate<object> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        FishForMessageAsync<object>(isMessage, max, hint, cancellationToken);

    /// <inheritdoc cref="FishForMessage{T}(Predicate{T}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(isMessage, [], max, hint, Awaiting, cancellationToken);

    /// <inheritdoc cref="FishForMessage{T}(Predicate{T}, ArrayList, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage,
        ArrayList? allMessages,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(isMessage, allMessages ?? [], max, hint, Awaiting, cancellationToken);

    /// <summary>Takes and drops whatever comes for a time; a message of the type fails the test.</summary>
    /// <remarks>The name says otherwise, but the type is what must not come.</remarks>
    public async Task FishUntilMessageAsync<T>(TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var limit = RemainingOrDilated(max);
        var drop = (object message) =>
        {
            Require(message is not T, () =>
                $"Expected no {Wording.Of(typeof(T))} within {Wording.Of(limit)}, got {Wording.Of(message)}.");
            return Verdict<object>.Drop;
        };

        await foreach (var _ in While(drop, max, null, int.MaxValue, Awaiting, cancellationToken))
        {
        }
    }

    /// <summary>Takes messages until none has come for a time.</summary>
    /// <param name="max">How long the silence must last; <see cref="RemainingOrDefault"/> if left out.</param>
    /// <param name="maxMessages">More messages than this fail the test.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    /// <returns>The messages that came before the silence.</returns>
    public async Task<ArrayList> WaitForRadioSilenceAsync(
        TimeSpan? max = null, uint? maxMessages = null, CancellationToken cancellationToken = default)
    {
        ArrayList messages = [];
        while (await ReceiveOneAsync(max, cancellationToken) is { } message)
        {
            messages.Add(message);
            Require(messages.Count <= (maxMessages ?? uint.MaxValue), () =>
                $"Expected silence after at most {maxMessages} messages, got {messages.Count}: "
                + $"{Wording.OfItems(messages.Cast<object?>())}.");
        }

        return messages;
    }

    private async ValueTask<T> Fish<T>(
        Predicate<T> isMessage,
        ArrayList dropped,
        TimeSpan? max,
        string hint,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        var limit = RemainingOrDilated(max);
        var start = Time;
        dropped.Clear();
        while (true)
        {
            var envelope = await Next(limit - (Time - start), waiting, cancellationToken);
            switch (envelope.Received)
            {
                case T message when isMessage(message):
                    return message;
                case null:
                    var expected = $"a message of type {Wording.Of(typeof(T))} that fits";
                    var got = $"only {Wording.OfItems(dropped.Cast<object?>())}";
                    var elapsed = Time - start;
                    throw Failed(new Report(expected, got, _inbox) { Limit = limit, Elapsed = elapsed, Hint = hint });
                case { } other:
                    dropped.Add(other);
                    break;
            }
        }
    }
}
