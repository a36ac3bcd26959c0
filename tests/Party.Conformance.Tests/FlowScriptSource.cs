using System.Text.Json.Nodes;

namespace Party.Conformance.Tests;

/// <summary>
/// Pipelines that nobody recorded, of the same kind, from a seed: either in single stages, where all has its order, or
/// in several, with nothing in them whose result would depend on who comes first.
/// </summary>
internal sealed class FlowScriptSource(int seed)
{
    private static readonly string[] Words = ["the", "quick", "brown", "fox", "a", "dog", "and", "over", "lazy"];

    private readonly Random _random = new(seed);
    private readonly JsonArray _pipeline = [];

    /// <summary>The next pipeline.</summary>
    public JsonObject Next()
    {
        var isOrdered = Chance(2);
        if (isOrdered)
        {
            InOrder();
        }
        else
        {
            SideBySide();
        }

        return new()
        {
            ["setup"] = new JsonObject
            {
                ["pipeline"] = _pipeline,
                ["order"] = isOrdered && Chance(2) ? "exact" : "sorted",
            },
            ["steps"] = new JsonArray(new JsonObject { ["op"] = "run", ["result"] = new JsonArray() }),
        };
    }

    private void InOrder()
    {
        switch (_random.Next(6))
        {
            case 0:
                Source(Numbers(), stages: 1, Chance(2) ? Window() : null);
                NumberMappers();
                ReduceNumbers();
                break;
            case 5:
                Source(Numbers(), stages: 1, Chance(2) ? Window() : null, isSmall: true);
                Batches();
                NumberMappers();
                Add("reduce", ("fn", Pick("sum", "count", "prepend")));
                Output("state", "state_with_window");
                break;
            case 1:
                Source(Pairs(), stages: 1);
                Layer("partition", stages: 1, FixedWindow());
                Add("reduce", ("fn", Pick("prepend_elem0", "count", "sum_elem1")));
                Add("on_trigger", ("fn", "state_with_window"));
                break;
            case 2:
                Source(Pairs(), stages: 1);
                Add("map_values", ("fn", Pick("inc", "double", "square")));
                Layer("partition", stages: 1, Chance(2) ? Window() : null);
                Add("emit_and_reduce", ("fn", "session_gap5"));
                Output("sessions", "map_size", "nothing");
                break;
            case 3:
                Source(Texts(), stages: 1);
                Add("flat_map", ("fn", "words"));
                Add("uniq_by", ("fn", Pick("length", "first_letter", "upcase")));
                Layer("partition", stages: 1, Chance(2) ? Window() : null);
                Add("group_by", ("fn", "length"), ("value_fn", Pick("upcase", "identity")));
                Output("sorted_list_groups", "sorted_list", "map_size");
                break;
            default:
                Source(Numbers(), stages: 1);
                NumberMappers();
                Layer(Pick("partition", "shuffle"), stages: 1, Chance(2) ? Window() : null);
                NumberMappers();
                ReduceNumbers();
                break;
        }
    }

    private void ReduceNumbers()
    {
        switch (_random.Next(8))
        {
            case 0:
                Add("reduce", ("fn", Pick("sum", "count", "max")));
                Output("state", "state_with_window", "state_with_window_reset0", "state_reset0", "state_with_index");
                break;
            case 1:
                Add("reduce", ("fn", "prepend"));
                Output("sorted_with_window", "sorted_list", "state_reset_list", "");
                break;
            case 2:
                Add("emit_and_reduce", ("fn", Pick("running_sum", "sliding3", "emit_when_sum_ge10")));
                Output("state", "nothing", "state_with_window");
                break;
            case 3:
                Add("group_by", ("fn", Pick("mod3", "mod10")), ("value_fn", Pick("identity", "square")));
                Output("sorted_list_groups", "map_size", "sorted_list", "");
                break;
            case 4:
                Add(Pick("uniq", "uniq_by"), ("fn", Pick("mod10", "mod3")));
                if (Chance(2))
                {
                    Add("reduce", ("fn", "sum"));
                    Add("emit", ("what", Pick("state", "nothing")));
                }

                break;
            case 5:
                Add("reduce", ("fn", "prepend"));
                Add("take_sort", ("n", _random.Next(1, 6)), ("sort", Pick("asc", "desc")));
                break;
            case 6:
                Add("reduce", ("fn", Pick("sum", "count")));
                Add("departition", ("fn", Pick("sum", "sum_with_window")));
                break;
            default:
                Add("reduce", ("fn", "frequencies"));
                Output("map_size", "sorted_list", "state_reset_map", "");
                break;
        }
    }

    private void SideBySide()
    {
        switch (_random.Next(7))
        {
            case 0:
                Source(Numbers(), Stages());
                NumberMappers();
                Layer("partition", Stages(), hash: Pick("mod", "mod_none5"));
                Add("reduce", ("fn", Pick("sum", "count")));
                Add(Pick("emit", "departition"), ("what", "state"), ("fn", "sum"));
                break;
            case 1:
                Source(Texts(), Stages());
                Add("flat_map", ("fn", Pick("words", "graphemes")));
                Layer("partition", Stages());
                Add("reduce", ("fn", "frequencies"));
                End("merge_maps_sum", "count_desc_then_key");
                break;
            case 2:
                Source(Numbers(), Stages());
                Add("map", ("fn", "pair_mod3"));
                Layer("partition", Stages(), key: new JsonArray("elem", 0));
                Add("group_by_key");
                Add("on_trigger", ("fn", "sorted_list_groups"));
                break;
            case 3:
                Source(Numbers(), stages: 1);
                Layer("partition", Stages(), Window(), Pick("mod", "mod_none5"));
                Add("reduce", ("fn", Pick("sum", "count", "max")));
                Output("state_with_window", "state_with_window_reset0", "state_with_index", "nothing");
                break;
            case 4:
                Add("from_enumerables", ("data", new JsonArray(Numbers(), Numbers())), ("stages", Stages()));
                NumberMappers();
                Layer(Pick("broadcast", "shuffle", "partition"), Stages());
                Add("uniq");
                Layer("partition", Stages());
                Add("uniq_by", ("fn", "identity"));
                break;
            case 5:
                Add("merge", ("flows", Flows()), ("dispatcher", Pick("demand", "partition", "broadcast")),
                    ("stages", Stages()));
                NumberMappers();
                break;
            default:
                Join();
                break;
        }
    }

    private void Join()
    {
        Add(
            Pick("bounded_join", "window_join"),
            ("mode", Pick("inner", "left_outer", "right_outer", "full_outer")),
            ("left", Flow(Pairs())),
            ("right", Flow(Pairs())),
            ("left_key", "elem0"),
            ("right_key", "elem0"),
            ("join", Pick("pair", "elems")),
            ("stages", Stages()),
            ("window", new JsonObject { ["type"] = "global" }));
        if (Chance(2))
        {
            Add("reduce", ("fn", "count"));
            Add("departition", ("fn", "sum"));
        }
    }

    private void End(string departition, string sort)
    {
        switch (_random.Next(3))
        {
            case 0:
                Add("departition", ("fn", departition));
                break;
            case 1:
                Add("take_sort", ("n", _random.Next(1, 9)), ("sort", sort));
                break;
            default:
                break;
        }
    }

    private void Output(params string[] outputs)
    {
        if (Pick(outputs) is { Length: > 0 } output)
        {
            Add("on_trigger", ("fn", output));
        }
    }

    private void Batches()
    {
        for (var count = _random.Next(1, 3); count > 0; count--)
        {
            Add("map_batch", ("fn", Pick("batch_reverse", "batch_size", "batch_sum")));
        }
    }

    private void NumberMappers()
    {
        for (var count = _random.Next(4); count > 0; count--)
        {
            switch (_random.Next(4))
            {
                case 0:
                    Add("map", ("fn", Pick("inc", "double", "square", "mod10")));
                    break;
                case 1:
                    Add(Pick("filter", "reject"), ("fn", Pick("even", "odd", "gt50")));
                    break;
                case 2:
                    Add("map", ("fn", "mod10"));
                    Add("flat_map", ("fn", "range_to"));
                    break;
                default:
                    Add("flat_map", ("fn", "repeat_value"));
                    break;
            }
        }
    }

    // Where the batches are cut is told from outside only in the stages that read the source.
    private void Source(JsonArray data, int stages, JsonObject? window = null, bool isSmall = false)
    {
        var batch = _random.Next(1, 5);
        var max = batch * _random.Next(1, 4);
        Add(
            "from_enumerable",
            ("data", data),
            ("stages", stages),
            ("window", window),
            ("max_demand", isSmall ? max : null),
            ("min_demand", isSmall ? max - batch : null));
    }

    private void Layer(
        string name, int stages, JsonObject? window = null, string? hash = null, JsonArray? key = null) =>
        Add(name, ("stages", stages), ("window", window), ("hash", hash), ("key", key));

    private JsonObject Window()
    {
        var window = new JsonObject { ["type"] = Pick("global", "count", "periodic") };
        window["count"] = _random.Next(1, 8);
        window["period_hours"] = 1;
        if (Chance(2))
        {
            window["trigger_every"] = _random.Next(1, 7);
        }

        return window;
    }

    private JsonObject FixedWindow()
    {
        var window = new JsonObject { ["type"] = "fixed", ["duration_ms"] = 10, ["by"] = "elem1" };
        if (Chance(3))
        {
            window["allowed_lateness_hours"] = 1;
        }

        if (Chance(3))
        {
            window["trigger_every"] = _random.Next(1, 5);
        }

        return window;
    }

    private JsonArray Flows() => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Flow(Numbers()))];

    private JsonArray Flow(JsonArray data) =>
        [new JsonObject { ["op"] = "from_enumerable", ["data"] = data, ["stages"] = Stages() }];

    private JsonArray Numbers() =>
        [.. Enumerable.Range(0, _random.Next(0, 60)).Select(_ => JsonValue.Create(_random.Next(0, 100)))];

    private JsonArray Texts() =>
        [.. Enumerable.Range(0, _random.Next(0, 12)).Select(_ => JsonValue.Create($"{Pick(Words)} {Pick(Words)}"))];

    // Times that go on, more or less.
    private JsonArray Pairs() =>
    [
        .. Enumerable.Range(0, _random.Next(0, 30)).Select(index => new JsonArray(
            Pick(Words), Math.Max(0, (4 * index) + _random.Next(-25, 10)))),
    ];

    private int Stages() => _random.Next(1, 4);

    private void Add(string name, params (string Name, JsonNode? Value)[] options)
    {
        var operation = new JsonObject { ["op"] = name };
        foreach (var (option, value) in options)
        {
            if (value is not null)
            {
                operation[option] = value;
            }
        }

        _pipeline.Add(operation);
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
