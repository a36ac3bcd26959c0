using Party.Actors.Protocol;
using Party.Demand.Ledgers;

namespace Party.Actors.Producing;

/// <content>The laws of the books, looked after while the stage runs.</content>
internal sealed partial class ProducerSide<TEvent>
{
    private BrokenLaw? _broken;

    private void CheckLaws()
    {
        if (_broken is null && Ledger.Check() is { } broken)
        {
            Report(broken);
            _handler?.End(EndReason.Failure($"a law of the ledger is broken: {broken}"));
        }
    }

    private void Report(BrokenLaw broken)
    {
        _broken = broken;
        var books = Ledger.Balance();
        _log.Broken(_self, broken);
        context.System.EventStream.Publish(new LedgerBroken(_self, broken, books));
    }
}
