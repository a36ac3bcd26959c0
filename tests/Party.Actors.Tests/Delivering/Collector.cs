using Akka.Actor;

namespace Party.Actors.Tests.Delivering;

/// <summary>Holds every batch, and emits the sum of what it holds when it is told to, or has enough.</summary>
internal sealed class Collector : ProducerConsumer<int, int>
{
    private readonly List<HeldBatch> _held = [];
    private readonly int _enough;
    private HeldBatch? _last;
    private int _sum;

    public Collector(SubscribeTo to, Holding holding, int enough)
        : base(to)
    {
        Holding = holding;
        _enough = enough;
        Receive<string>(_ => Flush(), static word => word == "flush");
        Receive<string>(_ => Release(_last!), static word => word == "release again");
        Receive<string>(_ => Hold(), static word => word == "hold");
    }

    public static Props Props(SubscribeTo to, Holding holding, int enough = int.MaxValue) =>
        Akka.Actor.Props.Create(() => new Collector(to, holding, enough));

    protected override Holding Holding { get; }

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        foreach (var item in events)
        {
            _sum += item;
        }

        if (_held.Sum(static batch => batch.Count) + events.Length >= _enough)
        {
            Flush();
        }
        else
        {
            _held.Add(Hold());
        }
    }

    private void Flush()
    {
        Emit(_sum);
        foreach (var batch in _held)
        {
            Release(batch);
            _last = batch;
        }

        _held.Clear();
        _sum = 0;
    }
}
