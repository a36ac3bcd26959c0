using Akka.TestKit.Receiving;

namespace Akka.TestKit;

/// <content>Asserts again and again until it passes.</content>
public abstract partial class TestKitBase
{
    /// <summary>Asserts until it passes. Once the next attempt would come too late, the failure comes out.</summary>
    /// <param name="assertion">Any exception counts as a failure.</param>
    /// <param name="duration">How long to go on.</param>
    /// <param name="interval">The pause between two attempts; 100 ms if left out.</param>
    /// <param name="cancellationToken">Ends the attempts with an exception.</param>
    public void AwaitAssert(
        Action assertion,
        TimeSpan? duration = null,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        Passes(Block.Of(assertion), duration, interval, Blocking, cancellationToken).Result();

    /// <inheritdoc cref="AwaitAssert"/>
    public Task AwaitAssertAsync(
        Action assertion,
        TimeSpan? duration = null,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        Passes(Block.Of(assertion), duration, interval, Awaiting, cancellationToken).AsTask();

    /// <inheritdoc cref="AwaitAssert"/>
    public Task AwaitAssertAsync(
        Func<Task> assertion,
        TimeSpan? duration = null,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        Passes(Block.Of(assertion), duration, interval, Awaiting, cancellationToken).AsTask();

    private async ValueTask Passes(
        Func<ValueTask<bool>> assertion,
        TimeSpan? duration,
        TimeSpan? interval,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        var pause = interval switch
        {
            null => StandardInterval,
            _ when interval == Timeout.InfiniteTimeSpan => TimeSpan.MaxValue,
            { } time => Finite(time),
        };
        var limit = RemainingOrDilated(duration);
        var stop = Time + limit;
        pause = Shorter(limit, pause);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await assertion();
                return;
            }
            catch (Exception) when (Time + pause < stop)
            {
                // The next attempt follows below: a catch block holds on to the failure while it waits.
            }

            await waiting.Pause(pause, cancellationToken);
            pause = Shorter(stop - Time, pause);
        }
    }
}
