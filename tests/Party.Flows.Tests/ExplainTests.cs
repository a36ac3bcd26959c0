namespace Party.Flows.Tests;

/// <summary>What a flow says of its stages.</summary>
public sealed class ExplainTests
{
    private static readonly FlowOptions Two = new() { Stages = 2 };

    private static readonly int[] Numbers = [1, 2, 3];

    [Fact]
    public void Operators_that_follow_each_other_are_one_layer() => Explains(
        Flow.From(Numbers, Two).Select(item => item + 1).Where(item => item > 1).SelectMany(item => new[] { item }),
        "1. 2 stages: From(array) → Select → Where → SelectMany → out");

    [Fact]
    public void A_sequence_with_work_to_do_is_read_for_several() => Explains(
        Flow.From(Numbers.Where(_ => true), Two).Select(item => item + 1),
        "1. 2 stages: From(sequence) → Select → out");

    [Fact]
    public void A_sequence_without_work_is_read_by_one() => Explains(
        Flow.From(Numbers.Where(_ => true), Two).Shuffle(new() { Stages = 3 }),
        "1. 1 stage: From(sequence) → to whoever asks",
        "2. 3 stages: from 1 → out");

    [Fact]
    public void A_count_is_combined_before_it_crosses() => Explains(
        Flow.From(Numbers.ToList(), Two).CountBy(item => item),
        "1. 2 stages: From(list) → CountBy, combined here → by key",
        "2. 2 stages: from 1 → CountBy → out");

    [Fact]
    public void A_count_need_not_be() => Explains(
        Flow.From(Numbers, Two).CountBy(item => item, combinesFirst: false),
        "1. 2 stages: From(array) → by key",
        "2. 2 stages: from 1 → CountBy → out");

    [Fact]
    public void A_count_where_the_keys_are_stays_there() => Explains(
        Flow.From(Numbers, Two).PartitionBy(item => item, new() { Stages = 3 }).CountBy(item => item),
        "1. 2 stages: From(array) → by key",
        "2. 3 stages: from 1 → CountBy → out");

    [Fact]
    public void A_join_has_two_layers_before_it() => Explains(
        Flow.From(Numbers, Two).Join(
            Flow.From(Numbers, Two).Select(item => item * 2), one => one, other => other, (one, other) => one + other),
        "1. 2 stages: From(array) → by key",
        "2. 2 stages: From(array) → Select → by key",
        "3. 2 stages: from 1 and 2 → Join → out");

    [Fact]
    public void Flows_that_are_merged_are_layers_before() => Explains(
        Flow.Merge([Flow.From(Numbers, Two), Flow.Broadcast([Flow.From(Numbers, Two)])], new() { Stages = 1 }),
        "1. 2 stages: From(array) → to whoever asks",
        "2. 2 stages: From(array) → to all",
        "3. 2 stages: from 2 → to whoever asks",
        "4. 1 stage: from 1 and 3 → out");

    [Fact]
    public void A_state_of_all_stages_is_made_in_one() => Explains(
        Flow.From(Numbers, Two).Aggregate(0, (sum, item) => sum + item).Combine((one, other) => one + other),
        "1. 2 stages: From(array) → Aggregate, Combine → to whoever asks",
        "2. 1 stage: from 1 → Combine → out");

    private static void Explains<TEvent>(Flow<TEvent> flow, params string[] lines)
    {
        Assert.Equal(lines, flow.Explain().TrimEnd('\n').Split('\n'));
        Assert.Equal(flow.Explain(), flow.ToString());
    }
}
