using Akka.TestKit.Expectations;
using Akka.TestKit.Receiving;

namespace Akka.TestKit;

/// <content>Asks again and again until something holds.</content>
public abstract partial class TestKitBase
{
    private static readonly TimeSpan StandardInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks ten times until the condition holds; fails if it does not in the usual time.</summary>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, null, Tenth(null), null, cancellationToken);

    /// <summary>Asks ten times until the condition holds; fails if it does not in time.</summary>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, Tenth(max), null, cancellationToken);

    /// <summary>Asks ten times until the condition holds; fails with the message if it does not in time.</summary>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        string message,
        CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, Tenth(max), message, cancellationToken);

    /// <summary>Asks at an interval until the condition holds; fails with the message if it does not in time.</summary>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        TimeSpan? interval,
        string? message = null,
        CancellationToken cancellationToken = default) =>
        Condition(Block.Of(conditionIsFulfilled), max, interval, message, Blocking, cancellationToken).Result();

    /// <inheritdoc cref="AwaitCondition(Func{bool}, CancellationToken)"/>
    public Task AwaitConditionAsync(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, null, Tenth(null), null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, string, CancellationToken)"/>
    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        string message,
        CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, Tenth(max), message, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)"/>
    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        TimeSpan? interval,
        string? message = null,
        CancellationToken cancellationToken = default) =>
        Condition(Block.Of(conditionIsFulfilled), max, interval, message, Awaiting, cancellationToken).AsTask();

    /// <inheritdoc cref="AwaitCondition(Func{bool}, CancellationToken)"/>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, null, Tenth(null), null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, CancellationToken)"/>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, Tenth(max), null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, string, CancellationToken)"/>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan? max,
        string message,
        CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, Tenth(max), message, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)"/>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan? max,
        TimeSpan? interval,
        string? message = null,
        CancellationToken cancellationToken = default) =>
        Condition(Block.Of(conditionIsFulfilled), max, interval, message, Awaiting, cancellationToken).AsTask();

    /// <summary>Asks at an interval, else 100 ms, until the condition holds or a time, not dilated, is over.</summary>
    /// <returns>Whether it held.</returns>
    public bool AwaitConditionNoThrow(
        Func<bool> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        Answer(Block.Of(conditionIsFulfilled), max, interval, Blocking, cancellationToken).Result();

    /// <inheritdoc cref="AwaitConditionNoThrow"/>
    public Task<bool> AwaitConditionNoThrowAsync(
        Func<bool> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        Answer(Block.Of(conditionIsFulfilled), max, interval, Awaiting, cancellationToken).AsTask();

    /// <inheritdoc cref="AwaitConditionNoThrow"/>
    public Task<bool> AwaitConditionNoThrowAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        Answer(Block.Of(conditionIsFulfilled), max, interval, Awaiting, cancellationToken).AsTask();

    internal async ValueTask<bool> Holds(
        Func<ValueTask<bool>> condition,
        TimeSpan max,
        TimeSpan? interval,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        var stop = Time + max;
        while (!await condition())
        {
            var left = stop - Time;
            if (left <= TimeSpan.Zero || cancellationToken.IsCancellationRequested)
            {
                return false;
            }

            await waiting.Pause(Shorter(left, interval ?? left), cancellationToken);
        }

        return true;
    }

    private ValueTask<bool> Answer(
        Func<ValueTask<bool>> condition,
        TimeSpan max,
        TimeSpan? interval,
        Waiting waiting,
        CancellationToken cancellationToken) =>
        Holds(condition, Finite(max), interval ?? StandardInterval, waiting, cancellationToken);

    private static TimeSpan Finite(TimeSpan max) => max >= TimeSpan.Zero
        ? max
        : throw new ArgumentException($"Expected a finite time of 0 or more, got {max}.", nameof(max));

    private TimeSpan Tenth(TimeSpan? max) => RemainingOrDilated(max) / 10;

    private async ValueTask<bool> Condition(
        Func<ValueTask<bool>> condition,
        TimeSpan? max,
        TimeSpan? interval,
        string? message,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        var limit = Finite(RemainingOrDilated(max));
        var held = await Holds(condition, limit, interval, waiting, cancellationToken);
        Require(held, () =>
            $"Expected the condition to hold within {Wording.Of(limit)}, got false.{Wording.OfHint(message)}");
        return held;
    }
}
