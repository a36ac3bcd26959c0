using Party.Conformance.Stages.Models;

namespace Party.Conformance.Stages;

/// <summary>What the user's code of a recorded stage does; it is the same whoever runs it.</summary>
public sealed class RecordedProgram(RecordedStage setup)
{
    private long _next = setup.Number("start") ?? 0;

    /// <summary>What it emits when it is asked for events.</summary>
    /// <exception cref="StageExitException">It ends the stage.</exception>
    public List<object> Demanded(long count) => setup.Does switch
    {
        "counter" => Count(count),
        "half" => Count(Math.Max(count / 2, 1)),
        "one" => Count(1),
        "extra" => Count(count + (setup.Number("extra") ?? 0)),
        "crash" => throw new StageExitException("exception demand failed"),
        "bad_return" => throw new StageExitException("bad_return_value"),
        "stop" => throw new StageExitException(setup.Text("reason") ?? "normal"),
        _ => [],
    };

    /// <summary>What it emits for a batch.</summary>
    /// <exception cref="StageExitException">It ends the stage.</exception>
    public List<object> Handled(IReadOnlyList<object> batch)
    {
        if (setup.Event("crash_on") is { } bad && batch.Contains(bad))
        {
            throw new StageExitException("exception event failed");
        }

        if (setup.Event("stop_on") is { } last && batch.Contains(last))
        {
            throw new StageExitException(setup.Text("reason") ?? "normal");
        }

        return setup.Does switch
        {
            "id" => [.. batch],
            "double" => [.. batch.Select(item => item is long number ? number * 2 : item)],
            "dup" => [.. batch.SelectMany(item => new[] { item, item })],
            "triple" => [.. batch.SelectMany(item => new[] { item, item, item })],
            "even" => [.. batch.Where(item => item is long number && number % 2 == 0)],
            "sum" => [batch.OfType<long>().Sum()],
            "bad_return" => throw new StageExitException("bad_return_value"),
            _ => [],
        };
    }

    /// <summary>What it does when somebody subscribes.</summary>
    /// <exception cref="StageExitException">It ends the stage.</exception>
    public void Subscribed() => StopIfTold(setup.Text("on_subscribe"));

    /// <summary>What it emits when a subscription ends.</summary>
    /// <exception cref="StageExitException">It ends the stage.</exception>
    public List<object> Cancelled()
    {
        StopIfTold(setup.Text("on_cancel"));
        return setup.Text("on_cancel") == "emit" ? ["cancelled"] : [];
    }

    private static void StopIfTold(string? told)
    {
        const string stop = "stop:";
        if (told?.StartsWith(stop, StringComparison.Ordinal) == true)
        {
            throw new StageExitException(told[stop.Length..]);
        }
    }

    private List<object> Count(long count)
    {
        var end = Math.Max(Math.Min(_next + count, setup.Number("limit") ?? long.MaxValue), _next);
        var events = new List<object>();
        for (; _next < end; _next++)
        {
            events.Add(_next);
        }

        return events;
    }
}
