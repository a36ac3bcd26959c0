namespace Party.Flows.Tests.Pipelines;

/// <summary>Makes up flows, by a seed.</summary>
public sealed class Sketcher(int seed)
{
    private const int Most = 8_000;

    private readonly Random _random = new(seed);

    /// <summary>A flow over up to 3,000 events with a few operators.</summary>
    public Sketch Make() => Make(_random.Next(1, 7), 3_001);

    /// <summary>Some stages, with any demand.</summary>
    public FlowOptions Options()
    {
        var most = _random.Next(5) switch
        {
            0 => _random.Next(1, 4),
            1 => 2_000,
            _ => _random.Next(1, 2_001),
        };
        return new()
        {
            Stages = _random.Next(1, 9),
            MaxDemand = most,
            MinDemand = _random.Next(2) == 0 ? null : _random.Next(most),
        };
    }

    /// <summary>A number below another.</summary>
    public int Below(int limit) => _random.Next(limit);

    /// <summary>Another flow, to be put beside one.</summary>
    public Sketch Other() => Make(_random.Next(3), 500);

    private static Sketch Small(Sketch sketch) => sketch.Model.Count <= Most
        ? sketch
        : sketch.Then(
            "Where(fewer)",
            sketch.Flow.Where(item => item % 7 == 0),
            sketch.Model.Where(item => item % 7 == 0));

    private Sketch Make(int operators, int limit)
    {
        var range = _random.Next(1, 5_000);
        int[] events = [.. Enumerable.Range(0, _random.Next(limit)).Select(_ => _random.Next(range))];
        var options = Options();
        var (flow, name) = Sources.Of(_random.Next(Sources.Count), events, options);
        var sketch = new Sketch(flow, [.. events], $"{name} of {events.Length} {options}");
        while (operators-- > 0)
        {
            sketch = Small(Extend(sketch));
        }

        return sketch;
    }

    private Sketch Extend(Sketch sketch) => _random.Next(5) switch
    {
        0 or 1 => Mapping.Extend(this, sketch),
        2 => Routing.Extend(this, sketch),
        3 => Keying.Extend(this, sketch),
        _ => Reducing.Extend(this, sketch),
    };
}
