namespace Akka.TestKit.Receiving;

/// <summary>What came to a test actor and was not yet received by the test, oldest first.</summary>
/// <remarks>The test actor adds on whatever thread it runs; one test takes.</remarks>
internal sealed class Intake
{
    private readonly Lock _gate = new();
    private readonly Queue<MessageEnvelope> _messages = new();

    // Ends with the next message; made only for a test that waits.
    private TaskCompletionSource? _arrival;

    /// <summary>The message received last, or <see cref="NullMessageEnvelope"/> if the last attempt got none.</summary>
    public MessageEnvelope Last { get; private set; } = NullMessageEnvelope.Instance;

    /// <summary>Whether the test last waited for silence: such a wait uses up its block's time on purpose.</summary>
    public bool WasSilent { get; set; }

    /// <summary>The messages that wait, without taking them.</summary>
    public MessageEnvelope[] Contents
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Puts a message behind all others.</summary>
    public void Add(MessageEnvelope envelope)
    {
        lock (_gate)
        {
            _messages.Enqueue(envelope);
            _arrival?.SetResult();
            _arrival = null;
        }
    }

    /// <summary>Takes the oldest message; waits for one if there is none.</summary>
    /// <returns><see cref="NullMessageEnvelope"/> if the time ran out.</returns>
    public ValueTask<MessageEnvelope> Take(TimeSpan timeout, Waiting waiting, CancellationToken cancellationToken) =>
        Next(isTaken: true, timeout, waiting, cancellationToken);

    /// <summary>Looks at the oldest message and leaves it there; waits for one if there is none.</summary>
    /// <returns><see cref="NullMessageEnvelope"/> if the time ran out.</returns>
    public ValueTask<MessageEnvelope> Peek(TimeSpan timeout, Waiting waiting, CancellationToken cancellationToken) =>
        Next(isTaken: false, timeout, waiting, cancellationToken);

    private async ValueTask<MessageEnvelope> Next(
        bool isTaken, TimeSpan timeout, Waiting waiting, CancellationToken cancellationToken)
    {
        WasSilent = false;
        if (!await MayLook(timeout, waiting, cancellationToken))
        {
            return Last = NullMessageEnvelope.Instance;
        }

        lock (_gate)
        {
            var hasOne = isTaken ? _messages.TryDequeue(out var envelope) : _messages.TryPeek(out envelope);
            return Last = hasOne && envelope is not null ? envelope : NullMessageEnvelope.Instance;
        }
    }

    // Looks at once if the time is zero, and not at all if it is below. A token that is cancelled during a wait with an
    // end only ends it sooner; one that was cancelled before, or that ends a wait for ever, is an error.
    private async ValueTask<bool> MayLook(TimeSpan timeout, Waiting waiting, CancellationToken cancellationToken)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return await waiting.For(Arrival(), timeout, cancellationToken);
        }

        if (timeout > TimeSpan.Zero)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                throw new AggregateException(new TaskCanceledException(null, null, cancellationToken));
            }

            try
            {
                await waiting.For(Arrival(), timeout, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }

        return timeout >= TimeSpan.Zero;
    }

    // Over as soon as there is a message to take.
    private Task Arrival()
    {
        lock (_gate)
        {
            return _messages.Count > 0
                ? Task.CompletedTask
                : (_arrival ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
