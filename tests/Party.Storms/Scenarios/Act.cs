using Akka.Actor;

namespace Party.Storms.Scenarios;

/// <summary>Something that happens to a stage.</summary>
/// <param name="Kind">What.</param>
/// <param name="Stage">To whom.</param>
/// <param name="Count">How many events, where events are pushed.</param>
/// <param name="Steps">How many steps the system may take after it; 0 to let it come to rest.</param>
/// <param name="Then">What the supervisor does with a stage that crashes.</param>
public sealed record Act(ActKind Kind, string Stage, int Count, int Steps, Directive Then = Directive.Restart)
{
    public override string ToString() =>
        $"{Kind} {Stage}{(Kind == ActKind.Push ? $" {Count}" : "")}{(Kind == ActKind.Crash ? $" {Then}" : "")}"
        + $"{(Steps == 0 ? "" : $", {Steps} steps")}";
}
