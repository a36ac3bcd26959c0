using System.Text.Json.Nodes;

namespace Party.Conformance.Tests;

/// <summary>Scripts for stages that nobody recorded, of the same kind, from a seed.</summary>
internal sealed class StageScriptSource(int seed)
{
    private static readonly string[] Selectors = ["even", "odd", "mod3", "lt100", "all", "never"];

    private static readonly string[] Programs = ["id", "double", "dup", "triple", "even", "sum", "drop"];

    private readonly Random _random = new(seed);
    private readonly JsonArray _steps = [];
    private readonly Dictionary<string, string> _current = [];
    private readonly Dictionary<string, string> _left = [];
    private int _subscriptions;
    private int _event;

    /// <summary>The next script.</summary>
    public JsonObject Next()
    {
        var type = Pick("demand", "broadcast", "partition");
        var isLong = Chance(2);
        var isManual = Chance(2);
        var consumers = _random.Next(1, 5);
        var stages = new JsonArray
        {
            Stage("p", "producer", Pick("queue", "queue", "counter", "half", "extra"), isLong ? new() : Options(type)),
        };
        if (isLong)
        {
            stages.Add(Stage("pc", "producer_consumer", Pick(Programs), Options(type)));
        }

        for (var index = 0; index < consumers; index++)
        {
            var consumer = Stage($"c{index}", "consumer", "log", []);
            consumer["manual"] = isManual;
            stages.Add(consumer);
        }

        foreach (var stage in stages)
        {
            Step(("op", "start"), ("stage", (string?)stage!["id"]));
        }

        Play(type, isLong ? "pc" : "p", isLong, consumers);
        return new() { ["setup"] = new JsonObject { ["stages"] = stages }, ["steps"] = _steps };
    }

    private void Play(string type, string producer, bool isLong, int consumers)
    {
        if (isLong)
        {
            var max = _random.Next(1, 12);
            Step(
                ("op", "subscribe"), ("consumer", "pc"), ("to", "p"), ("as", "up"),
                ("opts", new JsonObject { ["max_demand"] = max, ["min_demand"] = _random.Next(0, max) }));
        }

        for (var count = _random.Next(10, 45); count > 0; count--)
        {
            Play(type, producer, $"c{_random.Next(consumers)}");
        }
    }

    private void Play(string type, string producer, string consumer)
    {
        switch (_random.Next(14))
        {
            case 0 or 1 or 2 when !_current.ContainsKey(consumer):
                Subscribe(type, producer, consumer);
                break;
            case 3 when _current.Remove(consumer, out var left):
                _left[consumer] = left;
                Step(("op", "cancel"), ("consumer", consumer), ("sub", left), ("reason", Pick("normal", "boom")));
                break;
            case 4 or 5 or 6 or 7 when _current.TryGetValue(consumer, out var asked):
                Step(("op", "ask"), ("consumer", consumer), ("sub", asked), ("n", _random.Next(1, 9)));
                break;
            case 8 when _left.TryGetValue(consumer, out var over):
                Step(("op", "ask"), ("consumer", consumer), ("sub", over), ("n", 1));
                break;
            case 9:
                Step(("op", Pick("sync_info", "async_info", "send")), ("stage", producer), ("msg", $"i{_event}"));
                break;
            case 10:
                Step(("op", "estimate"), ("stage", producer));
                break;
            case 11:
                Step(("op", "demand"), ("stage", "p"), ("mode", Pick("forward", "forward", "accumulate")));
                break;
            default:
                var events = Enumerable.Range(_event, _random.Next(1, 10)).Select(item => (JsonNode)item).ToArray();
                _event += events.Length;
                Step(("op", Pick("queue", "cast_queue")), ("stage", "p"), ("events", new JsonArray(events)));
                break;
        }
    }

    private void Subscribe(string type, string producer, string consumer)
    {
        var name = $"s{++_subscriptions}";
        var max = _random.Next(1, 9);
        var options = new JsonObject
        {
            ["cancel"] = "temporary",
            ["max_demand"] = max,
            ["min_demand"] = _random.Next(0, max),
        };
        if (type == "partition")
        {
            options["partition"] = _random.Next(4);
        }

        if (type == "broadcast" && Chance(3))
        {
            options["selector"] = Pick(Selectors);
        }

        _current[consumer] = name;
        Step(("op", "subscribe"), ("consumer", consumer), ("to", producer), ("as", name), ("opts", options));
    }

    private JsonObject Stage(string id, string type, string program, JsonObject options) => new()
    {
        ["id"] = id,
        ["type"] = type,
        ["impl"] = program,
        ["limit"] = _random.Next(5, 200),
        ["extra"] = _random.Next(1, 6),
        ["options"] = options,
    };

    private JsonObject Options(string type)
    {
        var options = new JsonObject
        {
            ["dispatcher"] = type == "partition"
                ? new() { ["type"] = type, ["partitions"] = 4, ["hash"] = Pick("mod", "mod_none5"), ["hash_n"] = 4 }
                : new JsonObject { ["type"] = type },
        };
        if (Chance(2))
        {
            options["buffer_size"] = _random.Next(1, 8);
            options["buffer_keep"] = Pick("first", "last");
        }

        return options;
    }

    private void Step(params (string Name, JsonNode? Value)[] members) =>
        _steps.Add(new JsonObject(members.Select(one => KeyValuePair.Create(one.Name, one.Value))));

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string Pick(params string[] words) => words[_random.Next(words.Length)];
}
