using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Consuming;
using Party.Actors.Tests.Producing;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Actors.Tests.Protocol;

/// <summary>Messages are used again, and whoever keeps one must not notice.</summary>
public sealed class KeptMessagesTests : StageTest
{
    private const int Many = 20_000;

    [Fact]
    public void Events_that_a_probe_keeps_stay_as_they_are()
    {
        var plan = new Numbers.Plan { Options = Numbers.OddAndEven, Limit = Many };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        var probe = Subscribe(producer, "even");
        StartRecorder(new(producer, new() { Partition = "odd", MaxDemand = 10 }));
        var kept = new List<Events<int>>();

        for (var next = 0; next < Many; next += 100)
        {
            probe.Send(producer, new Request(50));
            for (var count = 0; count < 50; count += kept[^1].Count)
            {
                kept.Add(probe.ExpectMsg<Events<int>>());
            }
        }

        Assert.Equal(
            Enumerable.Range(0, Many / 2).Select(static index => 2 * index), kept.SelectMany(static one => one.Batch));
        var first = 1L;
        foreach (var one in kept)
        {
            Assert.Equal(first, one.First);
            first += one.Count;
        }
    }

    [Fact]
    public void Requests_that_a_probe_keeps_stay_as_they_are()
    {
        var probe = CreateTestProbe();
        var consumer = StartRecorder(new(probe.Ref, new() { MaxDemand = 10, MinDemand = 5 }));
        var id = probe.ExpectMsg<Subscribe>().Id;
        probe.Send(consumer, new Subscribed(id));
        var kept = new List<Request> { probe.ExpectMsg<Request>() };

        for (var first = 1; first <= 500; first += 5)
        {
            probe.Send(consumer, Events.Of(id, first, 1, 2, 3, 4, 5));
            kept.Add(probe.ExpectMsg<Request>());
        }

        Assert.Equal(
            Enumerable.Range(0, 101).Select(index => new Request(index == 0 ? 10 : 5, id, 10 + (5 * index), 5 * index)),
            kept);
    }

    [Fact]
    public void A_request_that_was_met_equals_another_with_its_numbers()
    {
        var producer = Start(Props.Create(() => new Numbers(new())));
        var consumer = Subscribe(producer);
        var request = new Request(3);

        consumer.Send(producer, request);
        consumer.ExpectMsg<Events<int>>();
        ExpectNothingMore(consumer, producer);

        Assert.Equal(new Request(3), request);
        Assert.Equal(new Request(3).GetHashCode(), request.GetHashCode());
        Assert.NotEqual(new Request(3, new(1)), request);
    }

    [Fact]
    public void The_events_that_a_consumer_failed_on_stay_as_they_are()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan { Limit = Many })));
        var crash = StartCrasher(new(producer, new() { MaxDemand = 10 }), every: Many / 2);

        // It fails on the very first events as well.
        var kept = Assert.IsType<Events<int>>(crash.ExpectMsg<(object? Message, string? Text)>().Message);
        var (first, batch) = (kept.First, kept.Batch);
        var later = crash.FishForMessage<(object? Message, string? Text)>(static _ => true);
        crash.FishForMessage<string>(static text => text == "the last");

        Assert.Equal((first, 1L), (kept.First, first));
        Assert.Equal(batch, kept.Batch);
        Assert.Equal(Enumerable.Range(0, batch.Count), batch);
        Assert.Equal(later.Text, later.Message?.ToString());
        Assert.Contains(Many / 2, Assert.IsType<Events<int>>(later.Message).Batch);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_request_that_a_producer_failed_on_stays_as_it_is(bool isAsync)
    {
        var test = CreateTestProbe();
        var made = new Made();
        var producer = Start(isAsync
            ? Props.Create(() => new FailsWhileItWaits(test.Ref, made))
            : Props.Create(() => new FailsOnce(test.Ref, made)));
        StartRecorder(new(producer, new() { Partition = "even", MaxDemand = 10 }));

        var (message, text) = test.ExpectMsg<(object?, string?)>();
        test.ExpectMsg("the last");

        Assert.IsType<Request>(message);
        Assert.Equal(text, message?.ToString());
    }

    [Theory]
    [InlineData(Directive.Restart)]
    [InlineData(Directive.Resume)]
    public void A_consumer_that_crashes_corrupts_nobodys_events(Directive directive)
    {
        var plan = new Numbers.Plan { Options = Numbers.OddAndEven, Limit = Many };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        var crash = StartCrasher(new(producer, new() { Partition = "even", MaxDemand = 20 }), every: 1000, directive);
        var other = CreateTestProbe();
        Start(Props.Create(() => new Recorder(other.Ref, new(producer, new() { Partition = "odd", MaxDemand = 20 }))));

        var handled = new List<int>();
        while (handled.Count < Many / 2)
        {
            handled.AddRange(other.ExpectMsg<string>().Split(' ').Select(int.Parse));
        }

        Assert.Equal(Enumerable.Range(0, Many / 2).Select(static index => (2 * index) + 1), handled);
        var seen = new List<int>();
        while (!seen.Contains(Many - 2))
        {
            if (crash.ExpectMsg<object>() is string batch && batch != "the last")
            {
                seen.AddRange(batch.Split(' ').Select(int.Parse));
            }
        }

        // What it was sent is even, and comes in order and once, but for what it failed on.
        Assert.Equal(seen.Where(static number => number % 2 == 0).Distinct().Order(), seen);
    }

    private IActorRef StartRecorder(SubscribeTo to)
    {
        var nobody = CreateTestProbe().Ref;
        return Start(Props.Create(() => new Recorder(nobody, to)));
    }

    private Akka.TestKit.TestProbe StartCrasher(SubscribeTo to, int every, Directive directive = Directive.Restart)
    {
        var probe = CreateTestProbe();
        var failed = new HashSet<int>();
        Start(Props.Create(() => new Crasher(probe.Ref, to, every, failed)), directive);
        return probe;
    }

    /// <summary>Fails on every so many-th event, once, and tells what it failed on and what it handled.</summary>
    private sealed class Crasher : Consumer<int>
    {
        private readonly IActorRef _test;
        private readonly int _every;
        private readonly HashSet<int> _failed;

        public Crasher(IActorRef test, SubscribeTo to, int every, HashSet<int> failed)
            : base(to) => (_test, _every, _failed) = (test, every, failed);

        protected override void PreRestart(Exception reason, object? message)
        {
            _test.Tell((message, message?.ToString()));
            base.PreRestart(reason, message);
        }

        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
            foreach (var item in events)
            {
                if (item % _every == 0 && _failed.Add(item))
                {
                    throw new InvalidOperationException($"failed on {item}");
                }
            }

            _test.Tell(string.Join(' ', events.ToArray()));
            if (events[^1] >= Many - 2)
            {
                _test.Tell("the last");
            }
        }
    }

    /// <summary>What outlives a restart.</summary>
    private sealed class Made
    {
        private bool _hasFailed;
        private int _count;

        public bool IsAllThere => _count >= Many;

        public bool IsToFail() => _count >= 20 && !_hasFailed && (_hasFailed = true);

        public int[] Make(int count)
        {
            _count += count;
            return [.. Enumerable.Range(_count - count, count).Select(static one => 2 * one)];
        }
    }

    /// <summary>Fails on a demand, once.</summary>
    private sealed class FailsOnce : Producer<int>
    {
        private readonly IActorRef _test;
        private readonly Made _made;

        public FailsOnce(IActorRef test, Made made) => (_test, _made) = (test, made);

        protected override void PreRestart(Exception reason, object? message)
        {
            _test.Tell((message, message?.ToString()));
            base.PreRestart(reason, message);
        }

        protected override void HandleDemand(DemandIncrement demand)
        {
            if (_made.IsToFail())
            {
                throw new InvalidOperationException("failed");
            }

            Emit(_made.Make(demand.Total));
            if (_made.IsAllThere)
            {
                _test.Tell("the last");
            }
        }
    }

    /// <summary>Emits an event that its partition has no place for, once, and goes on to wait.</summary>
    private sealed class FailsWhileItWaits : AsyncProducer<int>
    {
        private readonly IActorRef _test;
        private readonly Made _made;

        public FailsWhileItWaits(IActorRef test, Made made)
            : base(new() { Dispatcher = Numbers.ByParity with { ParkLimit = 1, ParkPolicy = ParkPolicy.Fail } }) =>
            (_test, _made) = (test, made);

        protected override void PreRestart(Exception reason, object? message)
        {
            _test.Tell((message, message?.ToString()));
            base.PreRestart(reason, message);
        }

        protected override async ValueTask HandleDemandAsync(int demand, CancellationToken cancellationToken)
        {
            if (_made.IsToFail())
            {
                Emit(1);
                Emit(3);
                await Task.Yield();
                return;
            }

            Emit(_made.Make(demand));
            if (_made.IsAllThere)
            {
                _test.Tell("the last");
            }
        }
    }
}
