using Akka.Actor;
using Party.Actors;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Partitions;

/// <summary>Ours: whole stages, a producer and a consumer for each partition.</summary>
internal sealed class PartyLine : ILine
{
    private readonly ActorSystem _system = Systems.Start("pinned { type = PinnedDispatcher }");

    private readonly IActorRef _producer;
    private readonly ManualResetEventSlim _never = new(initialState: false, spinCount: 0);
    private double _delay;

    /// <summary>A line whose consumers have all asked for events, and got none yet.</summary>
    public PartyLine(PartySetup setup)
    {
        Name = setup.Name;
        Handled = new(setup.Shares.Count);
        var ready = new Signal();
        _producer = _system.ActorOf(setup.IsAddressed
            ? Props.Create(() => new AddressedNumbers(setup, ready))
            : Props.Create(() => new Numbers(setup, ready)));
        for (var partition = 0; partition < setup.Shares.Count; partition++)
        {
            var isSlow = partition == setup.Shares.Count - 1 && setup.Waiting != Waiting.None;
            var to = new SubscribeTo(_producer, new() { Partition = $"{partition}", MaxDemand = setup.MaxDemand });
            _system.ActorOf(isSlow ? Slow(setup.Waiting, partition, to) : Fast(partition, to));
        }

        ready.Wait();
    }

    public string Name { get; }

    public Handled Handled { get; }

    public double Delay
    {
        get => Volatile.Read(ref _delay);
        set => Volatile.Write(ref _delay, value);
    }

    public void Start() => _producer.Tell(new Go(true), ActorRefs.NoSender);

    public void Stop()
    {
        _producer.Tell(new Go(false), ActorRefs.NoSender);
        Flow.Settle(Handled);
    }

    /// <summary>The most events that wait in one partition now.</summary>
    public int MostParked() => _producer.Ask<int>(MostParkedNow.Instance).GetAwaiter().GetResult();

    public void Dispose()
    {
        _system.Terminate().GetAwaiter().GetResult();
        _never.Dispose();
    }

    private Props Fast(int partition, SubscribeTo to) =>
        Consumer.Props<int>(batch => Handled.Add(partition, batch.Length), to);

    private Props Slow(Waiting waiting, int partition, SubscribeTo to) => waiting == Waiting.Asynchronous
        ? Props.Create(() => new WaitingConsumer(this, partition, to))
        : Props.Create(() => new BlockingConsumer(this, partition, to)).WithDispatcher("pinned");

    private sealed class WaitingConsumer(PartyLine line, int partition, SubscribeTo to) : AsyncConsumer<int>(to)
    {
        private readonly Debt _debt = new();

        protected override async ValueTask HandleEventsAsync(
            IReadOnlyList<int> events, CancellationToken cancellationToken)
        {
            for (var index = 0; index < events.Count; index++)
            {
                if (_debt.Add(line.Delay) is > 0 and var wait)
                {
                    await Task.Delay(wait, cancellationToken);
                    _debt.Pay();
                }

                line.Handled.Add(partition, 1);
            }
        }
    }

    private sealed class BlockingConsumer(PartyLine line, int partition, SubscribeTo to) : Consumer<int>(to)
    {
        private readonly Debt _debt = new();

        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
            for (var index = 0; index < events.Length; index++)
            {
                if (_debt.Add(line.Delay) is > 0 and var wait)
                {
                    line._never.Wait(wait);
                    _debt.Pay();
                }

                line.Handled.Add(partition, 1);
            }
        }
    }
}
