namespace Akka.Actor;

/// <summary>The clock of a scheduler.</summary>
public interface ITimeProvider
{
    /// <summary>The present time.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Time since some fixed moment; never goes back.</summary>
    TimeSpan MonotonicClock { get; }

    /// <summary>The same in the finest resolution there is.</summary>
    TimeSpan HighResMonotonicClock { get; }
}
