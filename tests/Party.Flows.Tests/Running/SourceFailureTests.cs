using System.Threading.Channels;
using Akka.Actor;
using Party.Actors;
using Party.Demand.Dispatching;

namespace Party.Flows.Tests.Running;

/// <summary>Sources may fail too.</summary>
public sealed class SourceFailureTests : FlowTest
{
    private const int Good = 250;

    private static readonly FlowOptions Two = new() { Stages = 2, MaxDemand = 100 };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 1)]
    [InlineData(0, 3)]
    [InlineData(5, 3)]
    public async Task A_sequence_that_fails_ends_the_flow(int restarts, int stages)
    {
        var flow = Flow.From(Failing(), Two with { Stages = stages }).Select(item => item + 1);

        await ExpectFailure(flow, "Cannot go on in From, after 250 events: No more. The flow has ended.", restarts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task An_asynchronous_sequence_that_fails_ends_the_flow(int restarts)
    {
        var flow = Flow.From(FailingLater(), Two).Select(item => item + 1);

        await ExpectFailure(flow, "Cannot go on in From, after 250 events: No more. The flow has ended.", restarts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task A_channel_that_is_completed_with_an_error_ends_the_flow(int restarts)
    {
        var channel = Channel.CreateUnbounded<int>();
        for (var item = 0; item < Good; item++)
        {
            channel.Writer.TryWrite(item);
        }

        channel.Writer.Complete(new TimeoutException("No more."));
        var flow = Flow.From(channel.Reader, Two).Select(item => item + 1);

        await ExpectFailure(
            flow, "Cannot go on in From, after 250 events of a channel: No more. The flow has ended.", restarts);
    }

    [Fact]
    public async Task A_sequence_that_cannot_even_be_begun_ends_the_flow()
    {
        var error = await Assert.ThrowsAsync<FlowException>(() => Run(Flow.From((IEnumerable<int>)new Closed(), Two)));

        Assert.Equal("Cannot go on in From, after 0 events: Closed. The flow has ended.", error.Message);
        error = await Assert.ThrowsAsync<FlowException>(() => Run(Flow.From((IAsyncEnumerable<int>)new Closed(), Two)));
        Assert.Equal("Cannot go on in From, after 0 events: Closed. The flow has ended.", error.Message);
    }

    [Fact]
    public async Task A_producer_of_ones_own_that_fails_ends_the_flow()
    {
        var flow = Flow.FromProps<int>([Props.Create(() => new Unlucky())], Two).Select(item => item);

        var error = await Assert.ThrowsAsync<FlowException>(() => Run(flow));

        Assert.StartsWith("Cannot go on", error.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Fact]
    public async Task A_producer_that_was_there_and_fails_ends_the_flow()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Stopping()));
        parent.Tell(Props.Create(() => new Unlucky()), TestActor);
        var producer = ExpectMsg<IActorRef>();
        var run = Flow.FromProducers<int>([producer], Two).Start(Sys);

        var error = await Assert.ThrowsAsync<FlowException>(() => run.Completion.WaitAsync(Patience));

        Assert.Equal(
            $"Cannot go on without {producer.Path}, which ended with: No more. The flow has ended.", error.Message);
        ExpectGone(run);
    }

    private static IEnumerable<int> Failing()
    {
        for (var item = 0; item < Good; item++)
        {
            yield return item;
        }

        throw new TimeoutException("No more.");
    }

    private static async IAsyncEnumerable<int> FailingLater()
    {
        foreach (var item in Failing())
        {
            await Task.Yield();
            yield return item;
        }
    }

    private async Task ExpectFailure(Flow<int> flow, string message, int restarts)
    {
        var run = flow.Start(Sys, new() { Restarts = restarts });

        var error = await Assert.ThrowsAsync<FlowException>(() => run.Completion.WaitAsync(Patience));

        Assert.Equal((message, "From", null), (error.Message, error.Operator, error.Item));
        Assert.IsType<TimeoutException>(error.InnerException);
        ExpectGone(run);
    }

    private sealed class Unlucky : Producer<int>
    {
        protected override void HandleDemand(DemandIncrement demand)
        {
            Emit(1, 2, 3);
            throw new InvalidOperationException("No more.");
        }
    }

    private sealed class Stopping : UntypedActor
    {
        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

        protected override void OnReceive(object message) => Sender.Tell(Context.ActorOf((Props)message));
    }

    private sealed class Closed : IEnumerable<int>, IAsyncEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() => throw new InvalidOperationException("Closed.");

        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Closed.");

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
