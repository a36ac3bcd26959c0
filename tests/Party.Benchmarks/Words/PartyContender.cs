using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Benchmarks.Measuring;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Benchmarks.Words;

/// <summary>Ours: a producer, a partition dispatcher with four partitions, and four consumers.</summary>
internal sealed class PartyContender : IContender
{
    private readonly WordList _list;
    private readonly int _maxDemand;
    private readonly ActorSystem _system = ActorSystem.Create("benchmark");

    public PartyContender(WordList list, int maxDemand)
    {
        _list = list;
        _maxDemand = maxDemand;
    }

    public string Name => "party";

    public long Run(long words)
    {
        var lengths = new long[4];
        var producer = _system.ActorOf(Props.Create(() => new Words(_list, words)));
        for (var partition = 0; partition < lengths.Length; partition++)
        {
            var to = new SubscribeTo(producer, new() { Partition = $"{partition}", MaxDemand = _maxDemand });
            var own = partition;
            _system.ActorOf(Consumer.Props<string>(batch => lengths[own] += Sum(batch), to));
        }

        var done = producer.Ask<Drained>(new Finish(), Timeout.InfiniteTimeSpan).GetAwaiter().GetResult();
        _system.Stop(producer);
        return done.Books.Handled == words
            ? lengths.Sum()
            : throw new InvalidOperationException($"Expected {words} words, got {done.Books.Handled}.");
    }

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();

    private static long Sum(ReadOnlySpan<string> words)
    {
        var sum = 0L;
        foreach (var word in words)
        {
            sum += word.Length;
        }

        return sum;
    }

    private sealed record Finish;

    private sealed class Words : Producer<string>
    {
        private readonly string[] _words;
        private IActorRef _waiting = ActorRefs.Nobody;
        private long _left;
        private int _next;

        public Words(WordList list, long count)
            : base(new()
            {
                Dispatcher = new PartitionDispatcherOptions<string>
                {
                    Partitions = PartitionNames.Numbered(4),
                    Selector = PartitionSelector.ByIndex(list.Hash),
                },
            })
        {
            _words = list.Words;
            _left = count;
            Receive<Finish>(_ =>
            {
                _waiting = Sender;
                FinishWhenDone();
            });
        }

        protected override void HandleDemand(DemandIncrement demand)
        {
            for (var left = (int)Math.Min(demand.Total, _left); left > 0;)
            {
                var run = Math.Min(left, _words.Length - _next);
                Emit(_words.AsSpan(_next, run));
                _next = (_next + run) % _words.Length;
                _left -= run;
                left -= run;
            }

            FinishWhenDone();
        }

        private void FinishWhenDone()
        {
            if (_left == 0)
            {
                Self.Tell(new Drain(Timeout.InfiniteTimeSpan), _waiting);
            }
        }
    }
}
