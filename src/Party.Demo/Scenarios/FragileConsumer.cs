using Party.Actors;
using Party.Demo.Stages;

namespace Party.Demo.Scenarios;

/// <summary>Enters what it handles in a tally, and fails when it is told to.</summary>
internal sealed class FragileConsumer : Consumer<long>
{
    private readonly Tally _tally;
    private bool _isFailing;

    public FragileConsumer(Tally tally, SubscribeTo to)
        : base(to)
    {
        _tally = tally;
        Receive<FailNow>(_ => _isFailing = true);
    }

    protected override void HandleEvents(ReadOnlySpan<long> events)
    {
        _tally.Add(events);
        if (_isFailing)
        {
            throw new PartyFaultException("Cannot confirm a batch: told to fail.");
        }
    }
}
