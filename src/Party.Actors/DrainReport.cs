namespace Party.Actors;

/// <summary>What came of a pipeline that was drained, stage by stage.</summary>
/// <param name="Stages">The stages, in the order they were given.</param>
/// <param name="Took">How long it took.</param>
public sealed record DrainReport(IReadOnlyList<DrainedStage> Stages, TimeSpan Took)
{
    /// <summary>Whether every stage was drained, and in time.</summary>
    public bool IsComplete => Stages.All(static stage => stage.Outcome == DrainOutcome.Drained);

    /// <summary>
    /// Whether the books of all stages are known that have some, and close: produced = handled + waiting + discarded,
    /// by cause, abandoned ones among them.
    /// </summary>
    public bool IsClosed => Stages.All(
        static stage => stage.Outcome is DrainOutcome.Drained or DrainOutcome.Abandoned or DrainOutcome.NoStage
            ? stage.Books?.IsClosed != false
            : stage.Books?.IsClosed == true);

    /// <summary>A line for each stage.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Stages);
}
