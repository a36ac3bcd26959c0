using Party.Actors;
using Party.Demand.Dispatching;
using Party.Storms.Scenarios;
using Party.Storms.Stages;

namespace Party.Storms.Laws;

/// <summary>What the report of a drain has to say, whatever state the pipeline was in.</summary>
internal sealed class DrainLaws(Scenario scenario, Journal journal)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(Act.Patience);

    /// <returns>What is wrong with a report; null if nothing is.</returns>
    public string? Broken(DrainReport report)
    {
        var names = report.Stages.Select(static stage => stage.Stage[(stage.Stage.LastIndexOf('/') + 1)..]).ToList();
        return names.SequenceEqual(scenario.Stages.Select(static stage => stage.Name))
            ? report.Stages.Zip(journal.Stages, Unclosed).FirstOrDefault(Is)
                ?? report.Stages.Zip(journal.Stages, Impatient).FirstOrDefault(Is)
                ?? Late(report) ?? Lost(report) ?? Missing(report)
            : $"Expected each stage in the report, got {string.Join(", ", names)}.";
    }

    // Produced = handled + waiting + discarded, abandoned ones among them and each of those named.
    private string? Unclosed(DrainedStage stage, StageState state)
    {
        if (stage.Books is not { } books)
        {
            return stage.Outcome is DrainOutcome.Drained or DrainOutcome.Abandoned && !state.Plan.IsConsumer
                ? $"Expected the books of {stage}, got none."
                : null;
        }

        var abandoned = stage.Abandoned.Sum(static one => one.Count);
        var isOver = stage.Outcome is DrainOutcome.Drained or DrainOutcome.Abandoned;
        return !books.IsClosed ? $"Expected the books of {stage} to close, got {books}."
            : books.Received > state.Emitted.Count || (!IsCutShort && books.Received < state.Emitted.Count)
                ? $"Expected {state.Emitted.Count} events in the books of {stage}, got {books.Received}."
            : isOver && books.InFlight > 0 ? $"Expected nothing in flight, got {books.InFlight} of {stage}."
            : isOver && abandoned != books.DiscardedFor(DiscardCause.Abandoned)
                ? $"Expected all that was abandoned to be named, got {abandoned} of {stage}: {books}."
            : null;
    }

    // Without haste and without anything that is stuck, all is drained but for stages that were gone before.
    private string? Impatient(DrainedStage stage, StageState state)
    {
        return stage.Outcome switch
        {
            DrainOutcome.Silent when !IsCutShort => $"Expected every stage to answer, got {stage}.",
            DrainOutcome.Abandoned when !IsCutShort && EndsByItself =>
                $"Expected nothing to be abandoned, got {stage}.",
            DrainOutcome.Gone when !state.IsGone => $"Expected a stage that lives to be drained, got {stage}.",
            DrainOutcome.Gone when !IsCutShort && IsNobodyStopped =>
                $"Expected a stage that nobody stops to be drained, got {stage}.",
            not DrainOutcome.Silent when !state.IsGone && !IsCutShort => $"Expected every stage to stop, got {stage}.",
            _ => null,
        };
    }

    private string? Late(DrainReport report) =>
        (report.IsComplete || EndsByItself) && report.Took >= Patience && !scenario.IsHasty
            ? $"Expected the drain to be over before its time is up, got {report.Took}: {report}"
            : null;

    // An event that did not reach the end of its way is in some stage's books as one that waits or was discarded.
    private string? Lost(DrainReport report)
    {
        var unaccounted = 0L;
        foreach (var (stage, state) in report.Stages.Zip(journal.Stages))
        {
            if (((IsCutShort ? null : stage.Books) ?? state.Books?.Invoke()) is { } books)
            {
                unaccounted -= books.Parked + books.Returned + books.Held + books.Buffered + books.InFlight
                    + books.Filtered + books.Discarded.Sum(static one => one.Count);
            }

            unaccounted += state.Plan.IsProducer ? state.Emitted.Items.Count(item => !journal.HasEnded(item)) : 0;
        }

        return unaccounted > 0
            ? $"Expected every event to be handled or accounted for, got {unaccounted} that are not: {report}"
            : null;
    }

    // If nobody left, all that was handed on by its producer has reached somebody.
    private string? Missing(DrainReport report)
    {
        if (!report.IsComplete || !scenario.IsEverythingToArrive || IsCutShort || !journal.WasEveryoneThere
            || report.Stages.Any(static stage => stage.Books?.DiscardedFor(DiscardCause.BufferFull) > 0
                || stage.Books?.DiscardedFor(DiscardCause.MoveTimedOut) > 0))
        {
            return null;
        }

        var producers = report.Stages.Zip(journal.Stages).Where(static one => one.Second.Plan.IsProducer);
        foreach (var (stage, state) in producers)
        {
            // A producer may still emit when it has been drained.
            var missing = state.Emitted.Items.Count(item => !journal.HasEnded(item)
                && !(state.Plan.IsPartitioned && state.Plan.IsUnwanted(item)));
            if (stage.Books is { } books && missing > books.Parked + books.Returned + books.Held + books.Buffered)
            {
                return $"Expected every event to reach a consumer, got {missing} of {stage} that did not.";
            }
        }

        return null;
    }

    private bool EndsByItself => scenario.EndsByItself && journal.WasEveryoneThere;

    // A drain that ends before some stage has answered says how the others were by then.
    private bool IsCutShort => scenario.IsHasty || scenario.IsAnyStuck;

    // A subscription that is made again may find its place taken; another drain may be done sooner.
    private bool IsNobodyStopped => scenario.IsNobodyLeaving
        && scenario.Acts.All(static act => act.Kind is not (ActKind.Subscribe or ActKind.DrainToo));

    private static bool Is(string? violation) => violation is not null;
}
