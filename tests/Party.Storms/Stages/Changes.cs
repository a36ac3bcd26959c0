using Akka.Actor;
using Party.Demand.Partitions;
using Party.Storms.Scenarios;

namespace Party.Storms.Stages;

/// <summary>How the partitions of a stage are changed, and what became of that.</summary>
internal sealed class Changes(StagePlan plan)
{
    private readonly MapPlan _first = MapPlan.Begin(Math.Max(plan.Partitions, 1));
    private readonly List<(MapPlan Map, Task<object> Answer)> _all = [];

    /// <summary>Whether there was none.</summary>
    public bool AreNone => _all.Count == 0;

    /// <summary>Whether any is not over; or not begun, or not refused.</summary>
    public bool IsAnyUnderWay => _all.Exists(static one => !one.Answer.IsCompleted);

    /// <summary>What is to be in force, when all is over.</summary>
    public MapPlan Newest => Accepted.LastOrDefault().Map ?? _first;

    /// <summary>When every message has had its turn, what is in force.</summary>
    public MapPlan Now => Accepted.Skip(Over).FirstOrDefault().Map ?? Newest;

    /// <summary>
    /// When every message has had its turn, what was in force when events had come that may be waited for.
    /// </summary>
    public MapPlan Before => IsAnyUnderWay ? Accepted.Take(Over).LastOrDefault().Map ?? _first : Now;

    private IEnumerable<(MapPlan Map, Task<object> Answer)> Accepted =>
        _all.Where(static one => !one.Answer.IsCompleted || one.Answer.Result is not Status.Failure);

    private int Over => Accepted.Count(static one => one.Answer.IsCompleted);

    /// <summary>The change by a map.</summary>
    public static PartitionChange<int> Of(MapPlan map, StageState state) => new()
    {
        Partitions = PartitionNames.Numbered(map.Partitions),
        Selector = PartitionSelector.ByIndex<int>(item => state.Select(item, map)),
        Removed = map.Removed,
        MoveTimeout = map.Seconds == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(map.Seconds),
        OnTimeout = map.OnTimeout,
    };

    /// <summary>The stage is told to change its partitions.</summary>
    public void Tell(MapPlan map, Task<object> answer) => _all.Add((map, answer));

    /// <param name="isEnding">Whether the stage is drained, or gone.</param>
    /// <returns>What was answered to a change that had not to be refused; null if all is well.</returns>
    public string? Refused(bool isEnding)
    {
        foreach (var (map, answer) in _all)
        {
            if (answer.IsCompleted && answer.Result is Status.Failure { Cause.Message: var cause }
                && !isEnding && map.Removed != RemovedPartitions.Refuse)
            {
                return $"Expected {plan.Name} to change its partitions {map}, got: {cause}";
            }
        }

        return null;
    }
}
