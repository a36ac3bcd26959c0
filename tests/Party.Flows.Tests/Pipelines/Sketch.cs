namespace Party.Flows.Tests.Pipelines;

/// <summary>A flow that is being made up, and beside it what LINQ makes of the same events.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Model">What has to come of it, in some order.</param>
/// <param name="Text">How it came about, for whoever has to find out what went wrong.</param>
public sealed record Sketch(Flow<int> Flow, List<int> Model, string Text)
{
    /// <summary>Whether the stages were chosen by something else than whole events.</summary>
    public bool IsPlaced { get; init; }

    /// <summary>Whether these stages have reduced their events already.</summary>
    public bool IsReduced { get; init; }

    /// <summary>The same flow after an operator that leaves the events where they are.</summary>
    public Sketch Then(string text, Flow<int> flow, IEnumerable<int> model) =>
        this with { Flow = flow, Model = [.. model], Text = $"{Text}.{text}" };

    /// <summary>The same flow after an operator that shares the events out anew.</summary>
    public Sketch Across(string text, Flow<int> flow, IEnumerable<int> model) =>
        new(flow, [.. model], $"{Text}.{text}");
}
