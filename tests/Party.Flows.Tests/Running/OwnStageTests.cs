using Akka.Actor;
using Party.Actors;
using Party.Demand.Dispatching;

namespace Party.Flows.Tests.Running;

/// <summary>Stages of a user's, before, between and beside those of a flow.</summary>
public sealed class OwnStageTests : FlowTest
{
    private static readonly FlowOptions Two = new() { Stages = 2, MaxDemand = 30 };

    [Fact]
    public async Task Events_go_through_stages_of_ones_own()
    {
        var negating = Props.Create(() => new Negating(int.MaxValue));
        var flow = Flow.From(Enumerable.Range(1, 1_000).ToArray(), Two)
            .Through<int>([negating, negating])
            .CountBy(item => item % 2);

        var counts = await Run(flow);

        Assert.Equal([(-1, 500), (0, 500)], counts.Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Equal(counts.Count, (await Run(flow)).Count);
    }

    [Fact]
    public async Task One_of_them_that_fails_ends_the_flow()
    {
        var flow = Flow.From(Enumerable.Range(1, 1_000).ToArray(), Two)
            .Through<int>([Props.Create(() => new Negating(500))]);
        var run = flow.Start(Sys);

        var error = await Assert.ThrowsAsync<FlowException>(() => run.Completion.WaitAsync(Patience));

        Assert.StartsWith("Cannot go on", error.Message, StringComparison.Ordinal);
        ExpectGone(run);
    }

    [Fact]
    public async Task Producers_that_the_flow_starts_are_read_to_their_end()
    {
        var flow = Flow.FromProps<int>(
            [Producer.From(Enumerable.Range(0, 500)), Producer.From(Enumerable.Range(500, 500))], Two);

        Assert.Equal(Enumerable.Range(0, 1_000), await Sorted(flow));
        Assert.Equal(Enumerable.Range(0, 1_000), await Sorted(flow));
    }

    [Fact]
    public async Task Producers_that_are_there_are_read_to_their_end()
    {
        IActorRef[] producers = [.. Enumerable.Range(0, 2).Select(number => Sys.ActorOf(Producer.From(
            Enumerable.Range(500 * number, 500), new ProducerOptions<int> { DemandMode = DemandMode.Accumulate })))];
        var run = Flow.FromProducers<int>(producers, Two).ToListAsync(Sys);

        foreach (var producer in producers)
        {
            producer.SetDemandMode(DemandMode.Forward);
        }

        Assert.Equal(Enumerable.Range(0, 1_000), (await run.WaitAsync(Patience)).Order());
    }

    [Fact]
    public async Task Producers_that_are_there_live_on()
    {
        var producer = Sys.ActorOf(Producer.From(Enumerable.Range(0, int.MaxValue)));
        var flow = Flow.FromProducers<int>([producer], Two);

        await foreach (var item in flow.AsAsyncEnumerable(Sys))
        {
            if (item > 100)
            {
                break;
            }
        }

        var run = flow.Start(Sys);
        run.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Completion.WaitAsync(Patience));
        await foreach (var item in flow.AsAsyncEnumerable(Sys))
        {
            if (item > 1_000)
            {
                break;
            }
        }

        producer.Tell(new Identify("there"), TestActor);
        Assert.Equal(producer, ExpectMsg<ActorIdentity>().Subject);
    }

    private sealed class Negating(int bad) : ProducerConsumer<int, int>(new ProducerOptions<int>())
    {
        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
            foreach (var item in events)
            {
                Emit(item == bad ? throw new InvalidOperationException("Bad luck.") : -item);
            }
        }
    }
}
