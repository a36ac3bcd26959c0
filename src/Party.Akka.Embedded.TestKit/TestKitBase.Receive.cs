using Akka.Event;
using Akka.TestKit.Receiving;

namespace Akka.TestKit;

/// <content>One message, if there is one: nothing here fails a test, and nothing here dilates a time.</content>
public abstract partial class TestKitBase
{
    /// <summary>Takes the next message.</summary>
    /// <param name="max">For ever if infinite, not at all if zero; a time below zero finds nothing.</param>
    /// <param name="cancellationToken">Ends the wait as the time does; with an exception if cancelled before.</param>
    /// <returns>The message, or null if none came in time.</returns>
    public object? ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Take(max, Blocking, cancellationToken).Result().Received;

    /// <inheritdoc cref="ReceiveOne"/>
    public async ValueTask<object?> ReceiveOneAsync(
        TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await Take(max, Awaiting, cancellationToken)).Received;

    /// <summary>Takes the next message with its sender.</summary>
    /// <param name="envelope">What came, or <see cref="NullMessageEnvelope"/>.</param>
    /// <param name="max">For ever if infinite, not at all if zero; a time below zero finds nothing.</param>
    /// <param name="cancellationToken">Ends the wait as the time does; with an exception if cancelled before.</param>
    /// <returns>False if none came in time.</returns>
    public bool TryReceiveOne(
        out MessageEnvelope envelope, TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        envelope = Take(max, Blocking, cancellationToken).Result();
        return envelope is RealMessageEnvelope;
    }

    /// <inheritdoc cref="TryReceiveOne"/>
    public async ValueTask<(bool success, MessageEnvelope envelope)> TryReceiveOneAsync(
        TimeSpan? max, CancellationToken cancellationToken = default)
    {
        var envelope = await Take(max, Awaiting, cancellationToken);
        return (envelope is RealMessageEnvelope, envelope);
    }

    /// <summary>Looks at the next message and leaves it there.</summary>
    /// <param name="max">For ever if infinite, not at all if zero; a time below zero finds nothing.</param>
    /// <param name="cancellationToken">Ends the wait as the time does; with an exception if cancelled before.</param>
    /// <returns>The message, or null if none came in time.</returns>
    public object? PeekOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Peek(max, Blocking, cancellationToken).Result().Received;

    /// <summary>Looks at the next message and leaves it there; waits until one comes.</summary>
    public object? PeekOne(CancellationToken cancellationToken) =>
        PeekOne(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="PeekOne(TimeSpan?, CancellationToken)"/>
    public async ValueTask<object?> PeekOneAsync(
        TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await Peek(max, Awaiting, cancellationToken)).Received;

    /// <inheritdoc cref="PeekOne(CancellationToken)"/>
    public ValueTask<object?> PeekOneAsync(CancellationToken cancellationToken) =>
        PeekOneAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Looks at the next message and its sender and leaves it there.</summary>
    /// <param name="envelope">What came, or <see cref="NullMessageEnvelope"/>.</param>
    /// <param name="max">For ever if infinite, not at all if zero; a time below zero finds nothing.</param>
    /// <param name="cancellationToken">Ends the wait as the time does; with an exception if cancelled before.</param>
    /// <returns>False if none came in time.</returns>
    public bool TryPeekOne(out MessageEnvelope envelope, TimeSpan? max, CancellationToken cancellationToken)
    {
        envelope = Peek(max, Blocking, cancellationToken).Result();
        return envelope is RealMessageEnvelope;
    }

    /// <inheritdoc cref="TryPeekOne"/>
    public async ValueTask<(bool success, MessageEnvelope envelope)> TryPeekOneAsync(
        TimeSpan? max, CancellationToken cancellationToken)
    {
        var envelope = await Peek(max, Awaiting, cancellationToken);
        return (envelope is RealMessageEnvelope, envelope);
    }

    private ValueTask<MessageEnvelope> Take(TimeSpan? max, Waiting waiting, CancellationToken cancellationToken) =>
        Next(GetTimeoutOrDefault(max), waiting, cancellationToken);

    // Every message that a test receives comes through here.
    private async ValueTask<MessageEnvelope> Next(
        TimeSpan limit, Waiting waiting, CancellationToken cancellationToken)
    {
        var start = Time;
        var envelope = await _inbox.Take(limit, waiting, cancellationToken);
        if (TestKitSettings.LogTestKitCalls)
        {
            var what = envelope is RealMessageEnvelope ? "message" : "no message";
            Log.Debug($"Received {what} after {Time - start}.");
        }

        return envelope;
    }

    private ValueTask<MessageEnvelope> Peek(TimeSpan? max, Waiting waiting, CancellationToken cancellationToken) =>
        _inbox.Peek(GetTimeoutOrDefault(max), waiting, cancellationToken);
}
