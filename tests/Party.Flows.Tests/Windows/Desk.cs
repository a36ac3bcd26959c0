using Party.Flows.Windows;

namespace Party.Flows.Tests.Windows;

/// <summary>A stage that consists of a window alone.</summary>
internal sealed class Desk
{
    private readonly WindowLedger<Item> _ledger;
    private TimeSpan _now;

    public Desk(Window<Item> window, int upstreams = 1)
    {
        _ledger = window.NewLedger();
        _ledger.Start(upstreams, _now, Recorder);
    }

    public Recorder<Item> Recorder { get; } = new(static item => item.Name);

    public string Late => Recorder.Late;

    public IReadOnlyList<TimeSpan> Timers => _ledger.Timers;

    /// <summary>One batch per upstream named; each returns what fires.</summary>
    public string[] Receive(string batch, int upstream = 0) => Receive(Item.Parse(batch), upstream);

    public string[] Receive(ReadOnlySpan<Item> batch, int upstream = 0)
    {
        _ledger.Receive(upstream, batch, _now, Recorder);
        return Recorder.TakeFired();
    }

    /// <summary>Each event is a batch of its own.</summary>
    public string[] ReceiveSingly(string batch, int upstream = 0) =>
        [.. Item.Parse(batch).SelectMany(item => Receive([item], upstream))];

    public string[] Tick(int timer, double after)
    {
        _now += TimeSpan.FromSeconds(after);
        _ledger.Tick(timer, _now, Recorder);
        return Recorder.TakeFired();
    }

    public string[] Fire(string name)
    {
        _ledger.Fire(name, Recorder);
        return Recorder.TakeFired();
    }

    public string[] End(int upstream)
    {
        _ledger.End(upstream, Recorder);
        return Recorder.TakeFired();
    }

    public string[] End()
    {
        _ledger.End(Recorder);
        Assert.Equal(0, Recorder.OpenNow);
        return Recorder.TakeFired();
    }
}
