using Party.Demand.Buffering;
using Party.Demand.Delivering;
using Party.Demand.Partitions.Moving;
using Party.Demand.Partitions.Shelves;
using Party.Demand.Sharing;

namespace Party.Demand.Partitions.Placing;

/// <summary>What few lanes ever have; see the properties of the same name of <see cref="Lane{TEvent}"/>.</summary>
internal sealed class LaneExtras<TEvent>
{
    public Sharers? Sharers { get; set; }

    public Shelf<TEvent>? Shelf { get; set; }

    public InfoMarkers? Infos { get; set; }

    public OriginRuns? Origins { get; set; }

    public Queue<MovedEvents<TEvent>>? Sources { get; set; }

    public int Moved { get; set; }

    public int Lent { get; set; }

    public int Before { get; set; }
}
