using Akka.Actor;

namespace Party.Storms.Scenarios;

/// <summary>Something that happens to a stage.</summary>
/// <param name="Kind">What.</param>
/// <param name="Stage">To whom; nobody's name where it happens to all.</param>
/// <param name="Count">
/// How many events are pushed; which partition is paused; how many seconds a drain may take, negative for any.
/// </param>
/// <param name="Steps">How many steps the system may take after it; 0 to let it come to rest.</param>
/// <param name="Then">What the supervisor does with a stage that crashes.</param>
public sealed record Act(ActKind Kind, string Stage, int Count, int Steps, Directive Then = Directive.Restart)
{
    /// <summary>In seconds, a time that no drain should need where nothing is stuck.</summary>
    public const int Patience = 60;

    /// <summary>Where the events of a stage go from now on; null where nothing is changed about that.</summary>
    public MapPlan? Map { get; init; }

    /// <summary>Whether a stage emits what nobody asked it for, at once or when a message has had its turn.</summary>
    public bool IsPushOf(StagePlan stage) => Kind is ActKind.Push or ActKind.Inform && Stage == stage.Name;

    public bool IsDrain => Kind is ActKind.Drain or ActKind.DrainToo;

    /// <summary>How long a drain may take.</summary>
    public TimeSpan Deadline => Count < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(Count);

    /// <summary>Whether it is a drain whose time may be up while there is still something to do.</summary>
    public bool IsHasty => IsDrain && Count is >= 0 and < Patience;

    private bool IsCounted => IsDrain || Kind is ActKind.Push or ActKind.Pause or ActKind.Resume;

    public override string ToString() =>
        $"{Kind}{(Stage.Length == 0 ? "" : $" {Stage}")}{(IsCounted ? $" {Count}" : "")}"
        + $"{(Map is null ? "" : $" {Map}")}"
        + $"{(Kind == ActKind.Crash ? $" {Then}" : "")}{(Steps == 0 ? "" : $", {Steps} steps")}";
}
