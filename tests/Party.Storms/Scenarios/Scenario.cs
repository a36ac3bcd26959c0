using System.Collections.Immutable;

namespace Party.Storms.Scenarios;

/// <summary>A pipeline, and what happens to it.</summary>
/// <param name="Stages">The stages, upstream first.</param>
/// <param name="Acts">What happens, in order.</param>
public sealed record Scenario(ImmutableArray<StagePlan> Stages, ImmutableArray<Act> Acts)
{
    public StagePlan Stage(string name) => Stages.First(stage => stage.Name == name);

    /// <summary>Whether an event may reach several consumers.</summary>
    public bool Copies => Stages.Any(stage =>
        !stage.IsConsumer && stage.Dispatcher is DispatcherKind.Broadcast or DispatcherKind.BroadcastWithSelectors);

    public override string ToString() =>
        string.Join(
            Environment.NewLine, [.. Stages.Select(stage => $"  {stage}"), .. Acts.Select(act => $"  - {act}")]);
}
