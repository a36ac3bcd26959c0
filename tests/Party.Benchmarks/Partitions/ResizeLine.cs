using System.Diagnostics;
using Akka.Actor;
using Party.Actors;
using Party.Benchmarks.Measuring;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;

namespace Party.Benchmarks.Partitions;

/// <summary>A stage whose partitions change while it flows, with a consumer for each of them.</summary>
internal sealed class ResizeLine : IDisposable
{
    private readonly ActorSystem _system = Systems.Start();

    private readonly Func<PartitionNames, PartitionSelector<int>> _by;
    private readonly IActorRef _producer;
    private readonly int _maxDemand;
    private readonly Handled _handled;
    private readonly Handled _sums;
    private int _partitions;

    /// <summary>A line that stands still.</summary>
    /// <param name="partitions">How many partitions there are at first.</param>
    /// <param name="most">How many there will ever be.</param>
    /// <param name="by">The map to so many partitions.</param>
    /// <param name="maxDemand">Each subscription's.</param>
    public ResizeLine(int partitions, int most, Func<PartitionNames, PartitionSelector<int>> by, int maxDemand)
    {
        _by = by;
        _maxDemand = maxDemand;
        _partitions = partitions;
        _handled = new(most);
        _sums = new(most);
        var names = PartitionNames.Numbered(partitions);
        _producer = _system.ActorOf(Props.Create(() => new KeySource(names, by(names))));
        StartConsumers(0);
    }

    /// <summary>Lets it flow.</summary>
    public void Start() => _producer.Tell(new Go(true), ActorRefs.NoSender);

    /// <summary>How many events are handled in a second, looked at for a while.</summary>
    public double Rate(TimeSpan window)
    {
        var before = _handled.Total;
        var start = Stopwatch.GetTimestamp();
        Flow.Pause(window);
        return (_handled.Total - before) / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>
    /// Changes the number of partitions, starts the consumers of those that are new, and waits for the report.
    /// </summary>
    /// <param name="partitions">How many there are to be.</param>
    /// <param name="rate">Events a second from the request to the report.</param>
    public PartitionChangeReport Change(int partitions, out double rate)
    {
        var names = PartitionNames.Numbered(partitions);
        var change = new PartitionChange<int> { Partitions = names, Selector = _by(names) };
        var old = _partitions;
        _partitions = partitions;
        var before = _handled.Total;
        var start = Stopwatch.GetTimestamp();
        var changed = _producer.ChangePartitionsAsync(change);
        StartConsumers(old);
        var report = changed.GetAwaiter().GetResult();
        rate = (_handled.Total - before) / Stopwatch.GetElapsedTime(start).TotalSeconds;
        return report;
    }

    /// <summary>Stops it, and makes sure that every event was handled, once.</summary>
    public void Dispose()
    {
        _producer.Tell(new Go(false), ActorRefs.NoSender);
        Flow.Settle(_handled);
        var emitted = _producer.Ask<Emitted>(Emitted.SoFar).GetAwaiter().GetResult();
        var handled = new Emitted(_handled.Total, _sums.Total);
        _system.Terminate().GetAwaiter().GetResult();
        if (handled != emitted)
        {
            throw new InvalidOperationException($"Expected {emitted} to be handled, got {handled}.");
        }
    }

    private void StartConsumers(int from)
    {
        for (var partition = from; partition < _partitions; partition++)
        {
            var own = partition;
            _system.ActorOf(Consumer.Props<int>(
                batch => Handle(own, batch),
                new SubscribeTo(_producer, new() { Partition = $"{own}", MaxDemand = _maxDemand })));
        }
    }

    private void Handle(int partition, ReadOnlySpan<int> batch)
    {
        var sum = 0L;
        foreach (var key in batch)
        {
            sum += key;
        }

        _sums.Add(partition, sum);
        _handled.Add(partition, batch.Length);
    }
}
