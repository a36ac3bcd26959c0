using Akka.Actor;
using Party.Actors;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;
using Party.Demand.Partitions;

namespace Party.Benchmarks.Words;

/// <summary>Ours: a producer, a partition dispatcher with four partitions, and four consumers.</summary>
internal sealed class PartyContender(WordList list, int maxDemand) : IContender
{
    private const int Lanes = 4;

    private readonly ActorSystem _system = Systems.Start();

    public string Name => "ours";

    public long Run(long count)
    {
        var lengths = new long[Lanes];
        var producer = _system.ActorOf(Props.Create(() => new Words(list, count)));
        for (var partition = 0; partition < lengths.Length; partition++)
        {
            var to = new SubscribeTo(producer, new() { Partition = $"{partition}", MaxDemand = maxDemand });
            var own = partition;
            _system.ActorOf(Consumer.Props<string>(batch => lengths[own] += WordList.Sum(batch), to));
        }

        return Finish.Await(producer, _system).Handled == count ? lengths.Sum() : -1;
    }

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();

    private sealed class Words(WordList list, long count) : EndingProducer<string>(count, Lanes, new()
    {
        Dispatcher = new PartitionDispatcherOptions<string>
        {
            Partitions = PartitionNames.Numbered(Lanes),
            Selector = PartitionSelector.ByIndex(list.Hash),
        },
    })
    {
        private readonly string[] _words = list.Words;
        private int _next;

        protected override void Make(int count)
        {
            for (var left = count; left > 0;)
            {
                var run = Math.Min(left, _words.Length - _next);
                Emit(_words.AsSpan(_next, run));
                _next = (_next + run) % _words.Length;
                left -= run;
            }
        }
    }
}
