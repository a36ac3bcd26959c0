using Akka.Actor.Hosting;

namespace Akka.TestKit;

/// <content>Deadlines and dilation.</content>
public abstract partial class TestKitBase
{
    // Where the innermost Within block ends, on the clock of Time.
    private TimeSpan? _end;

    /// <summary>A clock that never goes back, for differences only: it starts at an arbitrary point.</summary>
    public static TimeSpan Now => TimeProvider.System.GetElapsedTime(0);

    // As Now, on the clock of the system under test, which may be virtual.
    private TimeSpan Time => ((EmbeddedActorSystem)Sys).Clock.GetElapsedTime(0);

    /// <summary>What is left of the innermost <c>Within</c> block; negative after its end.</summary>
    /// <exception cref="InvalidOperationException">There is no such block.</exception>
    public TimeSpan Remaining => _end is { } end
        ? end - Time
        : throw new InvalidOperationException(
            "Cannot tell what remains outside of a Within block. RemainingOrDefault answers everywhere.");

    /// <summary>What is left of the innermost block, or else <c>akka.test.single-expect-default</c>, dilated.</summary>
    public TimeSpan RemainingOrDefault => RemainingOr(Dilated(TestKitSettings.SingleExpectDefault));

    /// <summary>The time, dilated; if there is none, <see cref="RemainingOrDefault"/>.</summary>
    /// <exception cref="ArgumentException">The time is negative or infinite.</exception>
    public TimeSpan RemainingOrDilated(TimeSpan? duration) => duration switch
    {
        null => RemainingOrDefault,
        { Ticks: < 0 } => throw new ArgumentException(
            $"Expected a time of 0 or more, got {duration}. Leave it out to wait the usual time.", nameof(duration)),
        { } time => Dilated(time),
    };

    /// <summary>The time as it is; if there is none, <see cref="RemainingOrDefault"/>.</summary>
    public TimeSpan GetTimeoutOrDefault(TimeSpan? timeout) => timeout ?? RemainingOrDefault;

    /// <summary>Multiplies a time by <c>akka.test.timefactor</c>.</summary>
    public TimeSpan Dilated(TimeSpan duration) => TestKitSettings.TestTimeFactor switch
    {
        _ when duration == Timeout.InfiniteTimeSpan => duration,
        _ when duration < TimeSpan.Zero => throw new ArgumentException(
            $"Expected a time of 0 or more, got {duration}.", nameof(duration)),
        1 => duration,
        var factor => duration * factor,
    };

    /// <summary>What is left of the innermost <c>Within</c> block, or else the time that is given.</summary>
    protected TimeSpan RemainingOr(TimeSpan duration) => _end is null ? duration : Remaining;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
