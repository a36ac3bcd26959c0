using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Tests.Producing;

public sealed class FoldTests : StageTest
{
    private static readonly Cancel Gone = new(new(1), EndReason.Normal);

    private readonly List<int> _demands = [];

    [Fact]
    public void Requests_that_wait_together_are_met_in_one_step()
    {
        var producer = StartCounter(new());
        var (first, second) = (Subscribe(producer, id: 1), Subscribe(producer, id: 2));

        producer.Tell(new Together(
            [(first.Ref, new Request(2)), (second.Ref, new Request(3)), (first.Ref, new Request(2))]));

        Assert.Equal([0, 1, 2, 3], first.ExpectMsg<Events<int>>().Batch);
        Assert.Equal([4, 5, 6], second.ExpectMsg<Events<int>>().Batch);
        Assert.Equal([7], _demands);
    }

    [Fact]
    public void Where_they_are_not_folded_each_is_met_by_itself()
    {
        var producer = StartCounter(new() { FoldRequests = false });
        var (first, second) = (Subscribe(producer, id: 1), Subscribe(producer, id: 2));

        producer.Tell(new Together(
            [(first.Ref, new Request(2)), (second.Ref, new Request(3)), (first.Ref, new Request(2))]));

        Assert.Equal([0, 1], first.ExpectMsg<Events<int>>().Batch);
        Assert.Equal([5, 6], first.ExpectMsg<Events<int>>().Batch);
        Assert.Equal([2, 3, 4], second.ExpectMsg<Events<int>>().Batch);
        Assert.Equal([2, 3, 2], _demands);
    }

    [Fact]
    public void The_only_consumer_need_not_wait_for_others()
    {
        var producer = StartCounter(new());
        var only = Subscribe(producer);

        producer.Tell(new Together([(only.Ref, new Request(2)), (only.Ref, new Request(3))]));

        Assert.Equal([0, 1], only.ExpectMsg<Events<int>>().Batch);
        Assert.Equal([2, 3, 4], only.ExpectMsg<Events<int>>().Batch);
        Assert.Equal([2, 3], _demands);
    }

    [Fact]
    public void Who_leaves_before_the_step_gets_nothing()
    {
        var producer = StartCounter(new());
        var (first, second) = (Subscribe(producer, id: 1), Subscribe(producer, id: 2));

        producer.Tell(new Together(
            [(first.Ref, new Request(2)), (second.Ref, new Request(3)), (first.Ref, Gone)]));

        Assert.Equal([0, 1, 2], second.ExpectMsg<Events<int>>().Batch);
        Assert.Equal([3], _demands);
    }

    [Fact]
    public void A_repeated_request_counts_once_while_it_waits()
    {
        var producer = StartCounter(new());
        var (first, second) = (Subscribe(producer, id: 1), Subscribe(producer, id: 2));
        var request = new Request(2, new(1), Total: 2);

        producer.Tell(new Together([(first.Ref, request), (second.Ref, new Request(1)), (first.Ref, request)]));

        Assert.Equal([0, 1], first.ExpectMsg<Events<int>>().Batch);
        Assert.Equal([3], _demands);
    }

    [Theory]
    [InlineData(Directive.Restart)]
    [InlineData(Directive.Resume)]
    public void What_was_requested_is_met_though_the_stage_fails_meanwhile(Directive directive)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var farewells = new Queue<(IActorRef Sender, object Message)[]>();
        var producer = Start(Props.Create(() => new Waiter(gate.Task, farewells)), directive);
        var (first, second) = (Subscribe(producer, id: 1), Subscribe(producer, id: 2));
        var leaving = Enumerable.Range(0, 10).Select(_ => Subscribe(producer)).ToList();
        farewells.Enqueue([(first.Ref, new Request(2)), (second.Ref, new Request(3))]);
        first.Send(producer, new Request(1));
        ExpectNothingMore(first, producer);
        leaving.ForEach(one =>
        {
            one.Send(producer, Gone);
            ExpectNothingMore(one, producer);
        });

        // Told of the first that has left, it finds requests, and fails; told of the others, it fails as well.
        gate.SetResult();

        Assert.Equal(3, Receive(first, 3).Count);
        Assert.Equal(3, Receive(second, 3).Count);
    }

    private IActorRef StartCounter(ProducerOptions<int> options) =>
        Start(Props.Create(() => new Counter(options, _demands)));

    private sealed record Together((IActorRef Sender, object Message)[] Messages);

    private sealed class Counter : Producer<int>
    {
        private readonly List<int> _demands;
        private int _next;

        public Counter(ProducerOptions<int> options, List<int> demands)
            : base(options)
        {
            _demands = demands;
            Receive<Together>(together =>
            {
                foreach (var (sender, message) in together.Messages)
                {
                    Self.Tell(message, sender);
                }
            });
        }

        protected override void HandleDemand(DemandIncrement demand)
        {
            _demands.Add(demand.Total);
            Emit([.. Enumerable.Range(_next, demand.Total)]);
            _next += demand.Total;
        }
    }

    /// <summary>Waits before it emits, and fails whenever a consumer leaves.</summary>
    private sealed class Waiter : AsyncProducer<int>
    {
        private readonly Task _gate;
        private readonly Queue<(IActorRef Sender, object Message)[]> _farewells;

        public Waiter(Task gate, Queue<(IActorRef Sender, object Message)[]> farewells) =>
            (_gate, _farewells) = (gate, farewells);

        protected override async ValueTask HandleDemandAsync(int demand, CancellationToken cancellationToken)
        {
            await _gate.WaitAsync(cancellationToken);
            Emit(new int[demand]);
        }

        protected override void OnCancel(ConsumerSubscription subscription, Cancellation cancellation)
        {
            foreach (var (sender, message) in _farewells.TryDequeue(out var all) ? all : [])
            {
                Self.Tell(message, sender);
            }

            throw new InvalidOperationException("no farewells");
        }
    }
}
