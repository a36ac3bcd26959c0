using Akka.TestKit.Expectations;
using Akka.TestKit.Receiving;

namespace Akka.TestKit;

/// <content>Blocks with a deadline, which expectations inside them share.</content>
public abstract partial class TestKitBase
{
    private static readonly TimeSpan Overtime = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs the action, which must end within a time; expectations in it wait for what is left.</summary>
    /// <param name="max">The time, dilated; cut to what is left of an enclosing block.</param>
    /// <param name="action">Runs to its end, even past the deadline.</param>
    /// <param name="epsilonValue">How much longer the block may take; nothing if left out.</param>
    /// <param name="cancellationToken">Checked before the block.</param>
    /// <remarks>A block that ends in waiting for silence may take the whole time, and a little more.</remarks>
    public void Within(
        TimeSpan max,
        Action action,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, action, null, epsilonValue, cancellationToken);

    /// <summary>Runs the action, which must take a time between both bounds; only the upper one is dilated.</summary>
    public void Within(
        TimeSpan min,
        TimeSpan max,
        Action action,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Timed(min, max, Block.Of(action), Blocking, hint, epsilonValue, cancellationToken).Result();

    /// <summary>Runs the function, which must end within a time, and hands its result back.</summary>
    public T Within<T>(
        TimeSpan max,
        Func<T> function,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <summary>Runs the function, which must take a time between both bounds, and hands its result back.</summary>
    public T Within<T>(
        TimeSpan min,
        TimeSpan max,
        Func<T> function,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Timed(min, max, Block.Of(function), Blocking, hint, epsilonValue, cancellationToken).Result();

    /// <summary>Awaits the action, which must end within a time; expectations in it wait for what is left.</summary>
    public Task WithinAsync(
        TimeSpan max,
        Func<Task> actionAsync,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, actionAsync, null, epsilonValue, cancellationToken);

    /// <summary>Awaits the action, which must take a time between both bounds.</summary>
    public Task WithinAsync(
        TimeSpan min,
        TimeSpan max,
        Func<Task> actionAsync,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Timed(min, max, Block.Of(actionAsync), Awaiting, hint, epsilonValue, cancellationToken).AsTask();

    /// <summary>Awaits the function, which must end within a time, and hands its result back.</summary>
    public Task<T> WithinAsync<T>(
        TimeSpan max,
        Func<Task<T>> function,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <summary>Awaits the function, which must take a time between both bounds, and hands its result back.</summary>
    public Task<T> WithinAsync<T>(
        TimeSpan min,
        TimeSpan max,
        Func<Task<T>> function,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Timed(min, max, Block.Of(function), Awaiting, hint, epsilonValue, cancellationToken).AsTask();

    private async ValueTask<T> Timed<T>(
        TimeSpan min,
        TimeSpan max,
        Func<ValueTask<T>> block,
        Waiting waiting,
        string? hint,
        TimeSpan? epsilon,
        CancellationToken cancellationToken)
    {
        RequireTime(min, nameof(min));
        RequireTime(max, nameof(max));

        var outer = _end;
        var start = Time;
        var limit = outer is { } end ? Shorter(Dilated(max), end - start) : Dilated(max);
        Require(min <= limit, () =>
            $"Expected {Wording.Of(min)} to be left for the block, got {Wording.Of(limit)}.{Wording.OfHint(hint)}");

        _inbox.WasSilent = false;
        _end = start + limit;
        T result;
        try
        {
            result = waiting == Blocking ? await block() : await Limited(block, Dilated(max), cancellationToken);
        }
        finally
        {
            _end = outer;
        }

        var elapsed = Time - start;
        Require(elapsed >= min, () =>
            $"Expected the block to take at least {Wording.Of(min)}, got {Wording.Of(elapsed)}.{Wording.OfHint(hint)}");
        Require(_inbox.WasSilent || elapsed <= limit + (epsilon ?? TimeSpan.Zero), () =>
            $"Expected the block to end within {Wording.Of(limit)}, got {Wording.Of(elapsed)}.{Wording.OfHint(hint)}");
        return result;
    }

    // A block that is awaited is left behind some time after its end. What it throws comes in an AggregateException.
    private async ValueTask<T> Limited<T>(
        Func<ValueTask<T>> block, TimeSpan max, CancellationToken cancellationToken)
    {
        var running = block().AsTask();
        try
        {
            return await Awaiting.For(running, max + Overtime, cancellationToken) ? running.Result : default!;
        }
        catch (OperationCanceledException) when (!running.IsCompleted)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static void RequireTime(TimeSpan time, string name)
    {
        if (time < TimeSpan.Zero)
        {
            throw new ArgumentException($"Expected a finite time of 0 or more, got {time}.", name);
        }
    }
}
