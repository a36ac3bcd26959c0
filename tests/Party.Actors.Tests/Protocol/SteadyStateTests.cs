using Akka.Actor;
using Akka.TestKit;
using Party.Demand.Dispatching;

namespace Party.Actors.Tests.Protocol;

/// <summary>What whole stages allocate while events flow: all of it on the thread of the test.</summary>
public sealed class SteadyStateTests : StageTest
{
    private const int Events = 100_000;

    [Theory]
    [InlineData(1000, 0.01)]
    [InlineData(10, 1)]
    public void Stages_allocate_next_to_nothing_for_an_event(int maxDemand, double bytes)
    {
        var source = StartHere(Props.Create(() => new Source()));
        var sums = Enumerable.Range(0, 2).Select(_ => new long[1]).ToList();
        var subscription = new SubscribeTo(source, new() { MaxDemand = maxDemand });
        sums.ForEach(sum => StartHere(Props.Create(() => new Sink(subscription, sum))));
        ExpectNothingMore(CreateTestProbe(), source);

        // The first round makes the arrays; the least of the others counts.
        var least = Enumerable.Range(0, 6).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            source.Tell(Events);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.Equal(6L * Events, sums.Sum(static sum => sum[0]));
        Assert.InRange(least / (double)Events, 0, bytes);
    }

    private IActorRef StartHere(Props props)
    {
        var stage = Start(props.WithDispatcher(CallingThreadDispatcher.Id));
        ExpectNothingMore(CreateTestProbe(), stage);
        return stage;
    }

    /// <summary>Emits ones: as many as it was told that there are.</summary>
    private sealed class Source : Producer<int>
    {
        private readonly int[] _ones = new int[2000];
        private long _owed;
        private int _left;

        public Source()
        {
            Array.Fill(_ones, 1);
            Receive<int>(more =>
            {
                _left += more;
                Give();
            });
        }

        protected override void HandleDemand(DemandIncrement demand)
        {
            _owed += demand.Total;
            Give();
        }

        private void Give()
        {
            var count = (int)Math.Min(_owed, Math.Min(_left, _ones.Length));
            if (count > 0)
            {
                _owed -= count;
                _left -= count;
                Emit(_ones.AsSpan(0, count));
            }
        }
    }

    private sealed class Sink : Consumer<int>
    {
        private readonly long[] _sum;

        public Sink(SubscribeTo to, long[] sum)
            : base(to) => _sum = sum;

        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
            foreach (var item in events)
            {
                _sum[0] += item;
            }
        }
    }
}
