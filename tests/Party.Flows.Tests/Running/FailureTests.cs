using Party.Flows.Windows;

namespace Party.Flows.Tests.Running;

/// <summary>The functions that operators are given may throw.</summary>
public sealed class FailureTests : FlowTest
{
    private const int Bad = 41;

    private static readonly FlowOptions Two = new() { Stages = 2, MaxDemand = 10 };

    private static readonly Dictionary<string, (Func<EntryFlow<int>, Flow<int>> Extend, object? Item)> Cases = new()
    {
        ["Select"] = (flow => flow.Select(Fail), Bad),
        ["Where"] = (flow => flow.Where(item => Fail(item) > 0), Bad),
        ["SelectMany"] = (flow => flow.SelectMany(item => new[] { Fail(item) }), Bad),
        ["SelectMany, on its way"] = (flow => flow.SelectMany(Slowly), Bad),
        ["SelectMany, of nothing"] = (flow => flow.SelectMany(item => item == Bad ? null! : new[] { item }), Bad),
        ["SelectMany, of pairs"] = (flow => flow.SelectMany(item => new[] { item }, (one, _) => Fail(one)), Bad),
        ["SelectBatch"] = (flow => flow.SelectBatch(items => items.Select(Fail)), "first"),
        ["SelectBatch, of nothing"] = (flow => flow.SelectBatch<int>(_ => null!), "first"),
        ["PartitionBy"] = (flow => flow.PartitionBy(Fail), Bad),
        ["PartitionBy, without a key"] = (flow => flow.PartitionBy(Keyless), Bad),
        ["Partition"] = (flow => flow.Partition(item => Fail(item) % 2), Bad),
        ["Partition, too high"] = (flow => flow.Partition(item => item == Bad ? 2 : 0), Bad),
        ["Partition, too low"] = (flow => flow.Partition(item => item == Bad ? -2 : 0), Bad),
        ["CountBy"] = (flow => flow.CountBy(Fail).Select(pair => pair.Key), Bad),
        ["CountBy, without a key"] = (flow => flow.CountBy(Keyless).Select(pair => pair.Value), Bad),
        ["AggregateBy"] = (flow => flow.AggregateBy(Fail, _ => 0, Add).Select(Value), Bad),
        ["AggregateBy, its seed"] = (flow => flow.AggregateBy(item => item, Fail, Add).Select(Value), Bad),
        ["AggregateBy, its func"] = (flow => flow.AggregateBy(item => item, _ => 0, Adding).Select(Value), Bad),
        ["AggregateBy, its func first"] =
            (flow => flow.AggregateBy(item => item, _ => 0, Adding, Add).Select(Value), Bad),
        ["AggregateBy, its combine"] =
            (flow => Flow.Broadcast([flow])
                .AggregateBy(_ => 1, _ => 0, Add, (_, _) => Fail(Bad)).Select(Value), "a state"),
        ["GroupBy"] = (flow => flow.GroupBy(Fail).Select(group => group.Key), Bad),
        ["GroupBy, its elements"] = (flow => flow.GroupBy(item => item, Fail).Select(group => group.Key), Bad),
        ["DistinctBy"] = (flow => flow.DistinctBy(Fail), Bad),
        ["DistinctBy, without a key"] = (flow => flow.DistinctBy(Keyless), Bad),
        ["Distinct"] = (flow => flow.Select(Keyless).Distinct().Select(text => text.Length), null),
        ["Join"] = (flow => flow.Join(flow, Fail, item => item, Add), Bad),
        ["Join, the other key"] = (flow => flow.Join(flow, item => item, Fail, Add), Bad),
        ["Join, without a key"] = (flow => flow.Join(flow, Keyless, Keyless, Add), Bad),
        ["Join, its result"] = (flow => flow.Join(flow, item => item, item => item, Adding), Bad),
        ["LeftJoin, its result"] = (flow => flow.LeftJoin(Nothing(), item => item, item => item, Bare), Bad),
        ["RightJoin, its result"] = (flow => Nothing().RightJoin(flow, item => item, item => item, Adding), Bad),
        ["FullJoin, its result"] = (flow => flow.FullJoin(Nothing(), item => item, item => item, Bare), Bad),
        ["Aggregate"] = (flow => flow.Aggregate(0, Adding).EmitState(), Bad),
        ["Aggregate, its seed"] = (flow => flow.Aggregate(() => Fail(Bad), Add).EmitState(), null),
        ["OnTrigger"] = (flow => flow.Aggregate(0, Add).OnTrigger(_ => new[] { Fail(Bad) }), null),
        ["OnTrigger, on its way"] = (flow => flow.Aggregate(0, Add).OnTrigger(_ => Slowly(Bad)), null),
        ["EmitEvents"] = (flow => flow.Aggregate(Slowly(Bad), (bad, _) => bad).EmitEvents(), null),
        ["EmitAndAggregate"] = (flow => flow
            .EmitAndAggregate<int, int>(() => 0, (_, item) => ([Fail(item)], 0)).EmitNothing(), Bad),
        ["EmitAndAggregate, its seed"] = (flow => flow
            .EmitAndAggregate<int, int>(() => Fail(Bad), (_, item) => ([item], 0)).EmitNothing(), null),
        ["EmitAndAggregate, on its way"] = (flow => flow
            .EmitAndAggregate<int, int>(() => 0, (_, item) => (Slowly(item), 0)).EmitNothing(), Bad),
        ["Combine"] = (flow => flow.Aggregate(0, Add).Combine((_, _) => Fail(Bad)), null),
        ["TakeSorted"] = (flow => flow.Aggregate(() => new List<int>(), Keep)
            .TakeSorted(2, Comparer<int>.Create((one, other) => Fail(one) - Fail(other)))
            .Select(list => list[0]), "a state"),
        ["Departition, its seed"] = (flow => flow
            .Aggregate(0, Add).Departition(() => Fail(Bad), Add, (sum, _) => sum), null),
        ["Departition, its merge"] = (flow => flow
            .Aggregate(0, Add).Departition(() => 0, (_, _) => Fail(Bad), (sum, _) => sum), "a state"),
        ["Departition, its end"] = (flow => flow
            .Aggregate(0, Add).Departition(() => 0, Add, (_, _) => Fail(Bad)), null),
        ["Window, its time"] = (flow => flow
            .Window(Window.Fixed<int>(TimeSpan.FromSeconds(1), item => new(Fail(item), TimeSpan.Zero)))
            .Aggregate(0, Add).EmitState(), "first"),
        ["Window, its rule"] = (flow => flow
            .Window(Window.Global<int>().TriggerWhen("bad", () => 0, (_, item) => (Fail(item) < 0, 0)))
            .Aggregate(0, Add).EmitState(), "first"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_function_that_throws_ends_the_flow_and_is_named(string name)
    {
        var (extend, item) = Cases[name];

        var flow = extend(Flow.From(Enumerable.Range(0, 100).ToArray(), Two));
        var run = flow.Start(Sys);

        var error = await Assert.ThrowsAsync<FlowException>(() => run.Completion.WaitAsync(Patience));
        Assert.Equal(name.Split(',')[0], error.Operator);
        Assert.Matches("^(Expected|Cannot) .* The flow has ended.$", error.Message);
        if (item is string)
        {
            Assert.NotNull(error.Item);
        }
        else
        {
            Assert.Equal(item, error.Item);
        }

        ExpectGone(run);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_does_so_in_a_stage_behind_others(string name)
    {
        var (extend, _) = Cases[name];
        var flow = extend(Flow.From(Enumerable.Range(0, 100).ToArray(), Two).Shuffle(Two)).Shuffle(Two);

        var error = await Assert.ThrowsAsync<FlowException>(() => Run(flow));

        Assert.Equal(name.Split(',')[0], error.Operator);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_action_that_throws_ends_the_flow(bool isApart)
    {
        var flow = Flow.From(Enumerable.Range(0, 100).ToArray(), Two);

        var error = await Assert.ThrowsAsync<FlowException>(
            () => (isApart ? flow.Shuffle() : flow).ForEachAsync(Sys, item => Fail(item)).WaitAsync(Patience));

        Assert.Equal(("ForEachAsync", Bad), (error.Operator, error.Item));
    }

    [Fact]
    public async Task An_event_that_cannot_be_shown_does_not_hide_the_failure()
    {
        var flow = Flow.From([new Shy()], Two).Select(_ => Fail(Bad));

        var error = await Assert.ThrowsAsync<FlowException>(() => Run(flow));

        Assert.Equal("Select", error.Operator);
        Assert.IsType<Shy>(error.Item);
    }

    [Fact]
    public async Task The_message_names_operator_event_and_cause()
    {
        var flow = Flow.From([Bad], Two).Select(Fail);

        var error = await Assert.ThrowsAsync<FlowException>(() => Run(flow));

        Assert.Equal("Cannot go on in Select after event 41: Bad luck. The flow has ended.", error.Message);
        Assert.IsType<TimeoutException>(error.InnerException);
    }

    private static Flow<int> Nothing() => Flow.From(Array.Empty<int>(), Two);

    private static int Fail(int item) => item == Bad ? throw new TimeoutException("Bad luck.") : item;

    private static string Keyless(int item) => item == Bad ? null! : $"{item}";

    private static int Add(int one, int other) => one + other;

    private static int Adding(int one, int other) => one + Fail(other);

    private static int Bare(int one, int other) => Fail(one) + other;

    private static int Value(KeyValuePair<int, int> pair) => pair.Value;

    private static List<int> Keep(List<int> list, int item)
    {
        list.Add(item);
        return list;
    }

    private static IEnumerable<int> Slowly(int item)
    {
        yield return item;
        yield return Fail(item);
    }

    private sealed class Shy
    {
        public override string ToString() => throw new NotSupportedException("Not shown.");
    }
}
