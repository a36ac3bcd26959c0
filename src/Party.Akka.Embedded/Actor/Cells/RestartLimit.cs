namespace Akka.Actor.Cells;

/// <summary>How often a child may restart: so many times within so many milliseconds, -1 for no limit.</summary>
internal readonly record struct RestartLimit(int Retries, int WindowMilliseconds)
{
    public static RestartLimit None => new(-1, -1);

    public static RestartLimit Of(int? retries, TimeSpan? window) =>
        new(retries ?? -1, window is { } span && span != Timeout.InfiniteTimeSpan ? (int)span.TotalMilliseconds : -1);
}
