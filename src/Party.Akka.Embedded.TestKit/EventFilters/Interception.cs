using Akka.Actor;
using Akka.TestKit.Expectations;
using Akka.TestKit.Receiving;

namespace Akka.TestKit.EventFilters;

/// <summary>Runs a piece of code while filters claim log events, and counts what they claim.</summary>
internal sealed class Interception(
    TestKitBase testKit, ActorSystem system, IReadOnlyList<LogEventFilter> filters, Waiting waiting)
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(5);

    /// <summary>Runs the block, waits for the events and hands the block's result back.</summary>
    /// <param name="block">What is expected to log.</param>
    /// <param name="expected">How many events are expected; null for any number, without a wait.</param>
    /// <param name="timeout">How long to wait after the block; <c>akka.test.filter-leeway</c> if left out.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    public async ValueTask<T> Run<T>(
        Func<ValueTask<T>> block, int? expected, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var limit = timeout is { } time ? testKit.Dilated(time) : TestKitExtension.For(system).TestEventFilterLeeway;
        using var claims = new ClaimCount(filters);
        using var muted = new MutedFilters(system, filters);

        var result = await block();
        if (expected is { } count)
        {
            // Where none is expected, the first one ends the wait; elsewhere the last one that is missing does.
            var enough = Block.Of(() => claims.Current >= Math.Max(count, 1));
            await testKit.Holds(enough, limit, PollingInterval, waiting, cancellationToken);
            var actual = claims.Current;
            testKit.Require(actual == count, () => Failure(count, actual, limit));
        }

        return result;
    }

    private string Failure(int expected, int actual, TimeSpan limit) =>
        $"Expected {expected} log events within {Wording.Of(limit)}, got {actual}. "
        + $"Looked for: {string.Join(" or ", filters)}.";

    /// <summary>Counts what the filters claim as long as it lives.</summary>
    private sealed class ClaimCount : IDisposable
    {
        private readonly IReadOnlyList<LogEventFilter> _filters;
        private int _current;

        public ClaimCount(IReadOnlyList<LogEventFilter> filters)
        {
            _filters = filters;
            foreach (var filter in filters)
            {
                filter.Claimed += Increment;
            }
        }

        public int Current => Volatile.Read(ref _current);

        public void Dispose()
        {
            foreach (var filter in _filters)
            {
                filter.Claimed -= Increment;
            }
        }

        private void Increment() => Interlocked.Increment(ref _current);
    }
}
