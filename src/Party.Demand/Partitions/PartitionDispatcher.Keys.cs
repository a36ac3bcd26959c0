using Party.Demand.Dispatching;
using Party.Demand.Partitions.Shelves;

namespace Party.Demand.Partitions;

/// <content>Partitions that their consumers share by key.</content>
public sealed partial class PartitionDispatcher<TEvent>
{
    // Makes the shelves; null where lanes have none.
    private readonly Sorter<TEvent>? _sorter;

    /// <summary>What the ledger has to tell of such partitions; null where there are none.</summary>
    internal KeyedSeats<TEvent>? Keyed { get; }

    private bool IsKeyed => _options.Consumers == PartitionConsumers.SharedByKey;

    /// <summary>Hands on what became free since events were confirmed or came back.</summary>
    internal Dispatch<TEvent> ServeKeys()
    {
        _step.Begin();
        foreach (var seat in Keyed?.TakeStirred() ?? [])
        {
            _lanes.Serve(seat, _step, _upstream);
        }

        PlaceHeld();
        return End();
    }

    private KeyShelf<TEvent> KeyShelfOf(int partition) => (KeyShelf<TEvent>)_sorter!.ShelfOf(partition);
}
