using Party.Actors;
using Party.Flows.Windows;

namespace Party.Flows.Tests.Running;

/// <summary>What fails that is not an operator, and what a window is known by behind another operator.</summary>
public sealed class OwnFailureTests : FlowTest
{
    private static readonly int[] Numbers = [.. Enumerable.Range(0, 100)];

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task A_stage_of_ones_own_that_fails_is_named_and_ends_the_flow(int restarts)
    {
        var failing = ProducerConsumer.Props<int, int>(_ => throw new InvalidOperationException("no more"));

        var flow = Flow.From(Numbers).Through<int>([failing]);
        var error = await Assert.ThrowsAsync<FlowException>(
            () => flow.ToListAsync(Sys, new() { Restarts = restarts }).WaitAsync(Patience));

        Assert.StartsWith("stage akka://", error.Operator, StringComparison.Ordinal);
        Assert.Contains("/own-1", error.Operator, StringComparison.Ordinal);
        Assert.Contains("no more", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_distinct_in_a_window_is_reduced_as_the_window_says()
    {
        var window = Window.Global<int>().TriggerEvery(10) with { Accumulation = Accumulation.Discard };

        var flow = Flow.From(Numbers, new() { Stages = 1 }).Window(window).Distinct()
            .Aggregate(0, (sum, number) => sum + number).Combine((one, other) => one + other);

        Assert.Equal([Numbers.Sum()], await Run(flow));
    }

    [Fact]
    public void What_is_distinct_in_a_session_can_not_be_reduced()
    {
        var sessions = Window.Session<int>(
            TimeSpan.FromSeconds(1), number => DateTimeOffset.UnixEpoch.AddSeconds(number));

        var error = Assert.Throws<InvalidOperationException>(() => Flow.From(Numbers, new() { Stages = 1 })
            .Window(sessions).Distinct().Aggregate(0, (count, _) => count + 1));

        Assert.StartsWith("Expected Aggregate on sessions", error.Message, StringComparison.Ordinal);
    }
}
