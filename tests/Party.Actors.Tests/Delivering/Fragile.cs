using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Actors.Tests.Delivering;

/// <summary>Says what it handled and at which attempt; what happens at a number, the test says.</summary>
internal sealed class Fragile : Consumer<int>
{
    private readonly IActorRef _test;
    private readonly Action<Fragile, int> _at;

    public Fragile(IActorRef test, Action<Fragile, int> at, SubscribeTo to)
        : base(to) => (_test, _at) = (test, at);

    /// <summary>Itself, to be told something.</summary>
    public IActorRef Ref => Self;

    /// <summary>Which attempt this is.</summary>
    public int Try => Attempt;

    /// <summary>Stops it from inside.</summary>
    public void End() => Stop(EndReason.Normal);

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        foreach (var item in events)
        {
            _at(this, item);
        }

        _test.Tell($"{string.Join(' ', events.ToArray())} ({Attempt})");
    }
}
