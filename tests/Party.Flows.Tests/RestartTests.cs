using System.Collections.Concurrent;
using Party.Flows.Running;

namespace Party.Flows.Tests;

/// <summary>Flows that outlive failures, by themselves or by their supervisor.</summary>
public sealed class RestartTests : FlowTest
{
    private static readonly int[] Numbers = [.. Enumerable.Range(0, 5_000)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_stage_that_fails_is_restarted_and_loses_nothing(int stages)
    {
        var failures = 3;
        var options = new FlowOptions { Stages = stages, MaxDemand = 100 };

        var flow = Flow.From(Numbers, options)
            .Select(number => number + 1)
            .PartitionBy(number => number, options)
            .Select(number => number % 1000 == 7 && Interlocked.Decrement(ref failures) >= 0
                ? throw new InvalidOperationException("once in a while")
                : number)
            .Shuffle(options)
            .Select(number => number - 1);
        var seen = await flow.ToListAsync(Sys, new FlowRunOptions { Restarts = 3 }).WaitAsync(Patience);

        Assert.Equal(Numbers, seen.Distinct().Order());
    }

    [Fact]
    public async Task What_a_stage_read_itself_is_read_again()
    {
        var failures = 2;

        var flow = Flow.From(Numbers.Where(_ => true), new() { Stages = 1 })
            .Select(number => number % 2000 == 7 && Interlocked.Decrement(ref failures) >= 0
                ? throw new InvalidOperationException("once in a while")
                : number);
        var seen = await flow.ToListAsync(Sys, new FlowRunOptions { Restarts = 2 }).WaitAsync(Patience);

        Assert.Equal(Numbers, seen.Distinct().Order());
    }

    [Fact]
    public async Task One_failure_more_ends_the_flow()
    {
        var flow = Flow.From(Numbers, new() { Stages = 1 })
            .Select<int>(int (number) => throw new InvalidOperationException($"never {number}"));

        var error = await Assert.ThrowsAsync<FlowException>(
            () => flow.ToListAsync(Sys, new FlowRunOptions { Restarts = 2 }).WaitAsync(Patience));

        Assert.Equal("Cannot go on in Select after event 0: never 0 The flow has ended.", error.Message);
    }

    [Fact]
    public async Task What_an_operator_keeps_would_be_lost()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Flow.From(Numbers).Distinct()
                .ToListAsync(Sys, new FlowRunOptions { Restarts = 1 }).WaitAsync(Patience));

        Assert.StartsWith(
            "Expected operators that keep nothing where stages are restarted, got Distinct.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_runs_a_failed_flow_anew()
    {
        var runs = 0;
        var seen = new ConcurrentBag<int>();
        var done = new TaskCompletionSource();
        IEnumerable<int> Source()
        {
            var run = ++runs;
            foreach (var number in Numbers)
            {
                yield return run == 1 && number == 900 ? throw new InvalidOperationException("the first time") : number;
            }

            done.SetResult();
        }

        var flow = Flow.From(Source(), new() { Stages = 1 }).Select(number =>
        {
            seen.Add(number);
            return number;
        });
        var actor = Sys.ActorOf(flow.ToProps());
        Watch(actor);
        await done.Task.WaitAsync(Patience);
        await ExpectTerminatedAsync(actor, Patience);

        Assert.Equal(Numbers, seen.Distinct().Order());
    }
}
