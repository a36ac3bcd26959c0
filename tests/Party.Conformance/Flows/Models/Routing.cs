using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>How the producers of a layer share their events out between its stages.</summary>
/// <param name="Name">What tells one from another: two of the same name do the same.</param>
/// <param name="Route">The stage of an event, and the event as it gets there; null where all stages share them.</param>
public sealed record Routing(string Name, Func<Term, (Term Item, int Stage)?>? Route = null)
{
    private const string Broadcast = "broadcast";

    public static Routing Demand { get; } = new("demand");

    /// <summary>The routing into the layer that begins with an operation.</summary>
    public static Routing Into(RecordedOperation begin)
    {
        var stages = begin.Stages;
        if (begin.Dispatcher != "partition")
        {
            return new(begin.Dispatcher);
        }

        // A single stage gets everything: its hash is never asked.
        return stages == 1 ? Demand : new(
            $"partition {stages} {begin.Hash} {begin.Text("key")}",
            begin.Hash is { } hash ? Hashed(hash, stages) : item => (item, StageOf(begin.Key(item), stages)));
    }

    /// <summary>Events go with their key to the stage of the key.</summary>
    public static Routing Keyed(Func<Term, Term> key, int stages, string side) =>
        new(side, item => (Term.Tuple(key(item), item), StageOf(key(item), stages)));

    /// <summary>What the stages of a layer hear of the producers above it, one batch after another.</summary>
    public IEnumerable<(int Stage, Signal Signal)> Deliver(IEnumerable<Signal> signals, int stages, int max, int min)
    {
        var all = Enumerable.Range(0, stages);
        var hubs = new Dictionary<int, Hub[]>();
        foreach (var (upstream, events) in signals)
        {
            if (events is null)
            {
                foreach (var stage in all)
                {
                    yield return (stage, Signal.End(upstream));
                }

                continue;
            }

            if (!hubs.TryGetValue(upstream, out var own))
            {
                own = IsShared ? [new(all, max, min)] : [.. all.Select(stage => new Hub([stage], max, min))];
                hubs.Add(upstream, own);
            }

            var shares = Share(events, own.Length);
            foreach (var (stage, batch) in own.Zip(shares).SelectMany(one => one.First.Deliver(one.Second)))
            {
                yield return (stage, new(upstream, batch));
            }
        }
    }

    private bool IsShared => Route is null && Name != Broadcast;

    private IEnumerable<Term>[] Share(IReadOnlyList<Term> events, int hubs)
    {
        if (Route is not { } route)
        {
            return [.. Enumerable.Repeat(events, hubs)];
        }

        var routed = events.Select(route).OfType<(Term Item, int Stage)>().ToList();
        return routed.Find(one => one.Stage < 0 || one.Stage >= hubs) is { Item: { } lost }
            ? throw new InvalidOperationException($"Expected one of {hubs} stages for {lost}, got another.")
            : [.. Enumerable.Range(0, hubs).Select(hub =>
                routed.Where(one => one.Stage == hub).Select(one => one.Item))];
    }

    private static Func<Term, (Term Item, int Stage)?> Hashed(string name, int stages) => name switch
    {
        "mod" => item => (item, (int)(item.Number % stages)),
        "mod_none5" => item => item.Number % 5 == 4 ? null : (item, (int)(item.Number % stages)),
        _ => throw new InvalidDataException($"Expected a hash, got \"{name}\"."),
    };

    // Any hash will do: no result depends on it.
    private static int StageOf(Term key, int stages) =>
        (int)(key.ToString().Aggregate(17u, (hash, letter) => (31 * hash) + letter) % (uint)stages);
}
