using Akka.Event;

namespace Akka.TestKit;

/// <content>Asks again and again, for kits that fail in their own way.</content>
public abstract partial class TestKitBase
{
    /// <summary>Asks until the condition holds or the time is over, as the overload with a logger says.</summary>
    protected static bool InternalAwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object[]> fail,
        CancellationToken cancellationToken = default) =>
        InternalAwaitCondition(conditionIsFulfilled, max, interval, fail, null, cancellationToken);

    /// <summary>Asks at an interval, or once more at the end, until the condition holds or the time is over.</summary>
    /// <param name="conditionIsFulfilled">What is asked.</param>
    /// <param name="max">How long it is asked, not dilated.</param>
    /// <param name="interval">The pause between two questions; all the time that is left if null.</param>
    /// <param name="fail">Told when it did not hold: a format, and the time as its argument.</param>
    /// <param name="logger">Told at debug level how it goes; null tells nobody.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    /// <returns>Whether it held, if <paramref name="fail"/> returns.</returns>
    /// <exception cref="ArgumentException">The time is below 0.</exception>
    protected static bool InternalAwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object[]> fail,
        ILoggingAdapter? logger,
        CancellationToken cancellationToken = default) =>
        InternalAwaitConditionAsync(
            () => Task.FromResult(conditionIsFulfilled()), max, interval, fail, logger, cancellationToken)
            .GetAwaiter()
            .GetResult();

    /// <summary>Asks until the condition holds or the time is over, as the overload with a logger says.</summary>
    protected static Task<bool> InternalAwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object[]> fail,
        CancellationToken cancellationToken = default) =>
        InternalAwaitConditionAsync(conditionIsFulfilled, max, interval, fail, null, cancellationToken);

    /// <summary>Asks until the condition holds or the time is over, as the overload with a logger says.</summary>
    protected static async Task<bool> InternalAwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object[]> fail,
        ILoggingAdapter? logger,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conditionIsFulfilled);
        ArgumentNullException.ThrowIfNull(fail);
        var limit = Finite(max);
        var start = Now;
        logger?.Debug("Asks for {0} whether the condition holds.", max);
        while (!await conditionIsFulfilled())
        {
            var left = start + limit - Now;
            if (left <= TimeSpan.Zero)
            {
                logger?.Debug("The condition did not hold within {0}.", max);
                fail("Expected the condition to hold within {0}, got false.", [max]);
                return false;
            }

            await Task.Delay(Shorter(left, interval ?? left), cancellationToken).ConfigureAwait(false);
        }

        logger?.Debug("The condition held after {0}.", Now - start);
        return true;
    }
}
