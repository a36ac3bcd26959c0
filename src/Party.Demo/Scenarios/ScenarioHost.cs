using System.Globalization;
using Akka.Actor;
using Party.Actors;
using Party.Demo.CommandLine;
using Party.Demo.Output;
using Party.Demo.Running;

namespace Party.Demo.Scenarios;

/// <summary>Plays a scenario: says once a second what is going on, and drains it at the end.</summary>
/// <param name="output">Where that is said.</param>
/// <param name="errors">Where what is wrong goes.</param>
/// <param name="second">How long a second is.</param>
internal sealed class ScenarioHost(TextWriter output, TextWriter errors, TimeSpan second)
{
    // Of the stages that were not drained; there may be thousands.
    private const int Shown = 4;

    private static readonly TimeSpan DrainDeadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LogPatience = TimeSpan.FromSeconds(5);

    /// <summary>Plays it.</summary>
    /// <param name="scenario">One that has not been played.</param>
    /// <param name="seconds">For how long, unless it is told to end before.</param>
    /// <returns>The exit code: <see cref="ExitCode.Done"/> where every book was closed.</returns>
    public async Task<int> RunAsync(Scenario scenario, int seconds)
    {
        await output.WriteLineAsync(scenario.Story);
        var system = DemoSystem.Start();
        var log = ErrorLog.Start(system, errors);
        using var end = new ScenarioEnd();
        using var signals = new EndSignals(end.Tell);
        var acts = scenario.Start(system, second / 2);

        await PlayAsync(scenario, acts, system, seconds, end.Told);
        Pipeline[] pipelines = [.. acts.Select(act => new Pipeline(system, [act.Producer, .. act.Consumers]))];
        end.Drains(pipelines);
        var reports = await Task.WhenAll(pipelines.Select(pipeline => pipeline.DrainAsync(DrainDeadline)));
        var areClosed = true;
        foreach (var (act, report) in acts.Zip(reports))
        {
            areClosed &= await SumAsync(scenario, act, report);
        }

        await log.GracefulStop(LogPatience);
        await system.Terminate();
        return areClosed ? ExitCode.Done : ExitCode.Failed;
    }

    private async Task PlayAsync(
        Scenario scenario, IReadOnlyList<Act> acts, ActorSystem system, int seconds, CancellationToken end)
    {
        (Act Act, StageWatch Watch)[] watched = [.. acts.Select(act => (act, system.Party().Watch(act.Producer)))];
        using var timer = new PeriodicTimer(second);
        try
        {
            for (var now = 1; now <= seconds; now++)
            {
                await timer.WaitForNextTickAsync(end);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\n{now} s"));
                foreach (var (act, watch) in watched)
                {
                    await output.WriteAsync(SnapshotText.Of(act.Title, watch.Latest));
                }

                if (scenario.Do(now) is { } done)
                {
                    await output.WriteLineAsync($"  {done}");
                }
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            await output.WriteLineAsync("\nTold to end.");
        }
        finally
        {
            foreach (var (_, watch) in watched)
            {
                watch.Dispose();
            }
        }
    }

    private async Task<bool> SumAsync(Scenario scenario, Act act, DrainReport report)
    {
        await output.WriteLineAsync($"\n{act.Title}: {report.Stages[0]}");
        var books = report.Stages[0].Books;
        var fault = books is null || !report.IsComplete || !report.IsClosed
            ? Unclosed(act, report)
            : scenario.Judge(books);
        if (fault is not null)
        {
            await errors.WriteLineAsync(fault);
        }

        return fault is null;
    }

    private static string Unclosed(Act act, DrainReport report)
    {
        var late = report.Stages.Where(static stage => stage.Outcome != DrainOutcome.Drained).ToList();
        var shown = string.Join(". ", late.Take(Shown));
        return $"Expected the books of {act.Title} to close, got {late.Count} stages that were not drained. {shown}.";
    }
}
