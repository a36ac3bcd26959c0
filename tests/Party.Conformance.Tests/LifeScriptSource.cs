using System.Text.Json.Nodes;

namespace Party.Conformance.Tests;

/// <summary>Scripts in which stages end in all ways there are, and subscriptions go wrong, from a seed.</summary>
internal sealed class LifeScriptSource(int seed)
{
    private static readonly string[] Producers = ["p", "q", "pc"];

    private static readonly string[] Consumers = ["c0", "c1", "pc"];

    private static readonly string[] Everybody = ["p", "q", "pc", "c0", "c1"];

    private readonly Random _random = new(seed);
    private readonly JsonArray _steps = [];
    private readonly List<(string Consumer, string Name)> _subscriptions = [];
    private readonly HashSet<(string Consumer, string Producer)> _pairs = [];
    private int _count;
    private int _event;

    /// <summary>The next script.</summary>
    public JsonObject Next()
    {
        var stages = new JsonArray
        {
            Producer("p", Pick("queue", "queue", "counter", "stop", "crash", "bad_return")),
            Producer("q", Pick("queue", "one")),
            Stage("pc", "producer_consumer", Pick("id", "dup", "even")),
            Consumer("c0"),
            Consumer("c1"),
        };
        foreach (var stage in Everybody)
        {
            Step(("op", "start"), ("stage", stage));
        }

        for (var count = _random.Next(8, 30); count > 0; count--)
        {
            Play();
        }

        foreach (var stage in Everybody)
        {
            Step(("op", "alive"), ("stage", stage));
        }

        return new() { ["setup"] = new JsonObject { ["stages"] = stages }, ["steps"] = _steps };
    }

    private void Play()
    {
        switch (_random.Next(16))
        {
            case 0 or 1 or 2 or 3:
                Subscribe(Pick("subscribe", "subscribe", "async_subscribe"), Pick(Consumers), Pick(Producers));
                break;
            case 4 when Chance(2):
                Subscribe("subscribe", Pick(Everybody), Pick(Everybody));
                break;
            case 5 when _subscriptions is [_, ..]:
                var (leaving, left) = Current();
                Step(("op", "cancel"), ("consumer", leaving), ("sub", left), ("reason", Reason()));
                break;
            case 6 when _subscriptions is [_, ..]:
                var (asking, asked) = Current();
                Step(("op", "ask"), ("consumer", asking), ("sub", asked), ("n", _random.Next(0, 5)));
                break;
            case 7 when Chance(3):
                Step(("op", Pick("stop", "self_stop")), ("stage", Pick(Everybody)), ("reason", Reason()));
                break;
            case 8 when Chance(5):
                Step(("op", "exit"), ("stage", Pick(Everybody)), ("reason", Pick("kill", "normal")));
                break;
            case 9 when Chance(3):
                Step(("op", "emit_then_stop"), ("stage", Pick("p", "q")), ("events", Events()), ("reason", Reason()));
                break;
            case 10:
                Step(("op", Pick("estimate", "alive")), ("stage", Pick(Everybody)));
                break;
            case 11:
                Step(("op", Pick("sync_info", "send")), ("stage", Pick(Everybody)), ("msg", $"i{_event}"));
                break;
            default:
                Step(("op", Pick("queue", "cast_queue")), ("stage", Pick("p", "p", "q")), ("events", Events()));
                break;
        }
    }

    private void Subscribe(string way, string consumer, string producer)
    {
        // Whose subscriptions to one producer end together, end in no order that is promised.
        if (consumer == producer || !_pairs.Add((consumer, producer)))
        {
            return;
        }

        var max = _random.Next(0, 9);
        var name = $"s{++_count}";
        _subscriptions.Add((consumer, name));
        Step(
            ("op", way), ("consumer", consumer), ("to", producer), ("as", name),
            ("opts", new JsonObject
            {
                ["cancel"] = Pick("permanent", "transient", "temporary", "temporary"),
                ["max_demand"] = max,
                ["min_demand"] = _random.Next(0, Math.Max(1, max)),
            }));
    }

    private (string Consumer, string Name) Current() => _subscriptions[_random.Next(_subscriptions.Count)];

    private JsonArray Events()
    {
        var events = Enumerable.Range(_event, _random.Next(1, 8)).Select(item => (JsonNode)item).ToArray();
        _event += events.Length;
        return new(events);
    }

    private JsonObject Producer(string id, string program)
    {
        var stage = Stage(id, "producer", program);
        stage["limit"] = 60;
        stage["reason"] = Reason();
        stage["options"]!["dispatcher"] = new JsonObject { ["type"] = Pick("demand", "demand", "broadcast") };
        if (Chance(4))
        {
            stage["on_cancel"] = Pick("emit", "stop:boom", "stop:shutdown");
        }

        if (Chance(8))
        {
            stage["on_subscribe"] = "stop:boom";
        }

        return stage;
    }

    private JsonObject Consumer(string id)
    {
        var stage = Stage(id, "consumer", "log");
        stage["manual"] = Chance(3);
        if (Chance(4))
        {
            stage["crash_on"] = _random.Next(20);
        }

        return stage;
    }

    private static JsonObject Stage(string id, string type, string program) =>
        new() { ["id"] = id, ["type"] = type, ["impl"] = program, ["options"] = new JsonObject() };

    private void Step(params (string Name, JsonNode? Value)[] members) =>
        _steps.Add(new JsonObject(members.Select(one => KeyValuePair.Create(one.Name, one.Value))));

    private string Reason() => Pick("normal", "shutdown", "shutdown:x", "boom");

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string Pick(params string[] words) => words[_random.Next(words.Length)];
}
