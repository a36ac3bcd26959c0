namespace Party.Flows.Building;

/// <summary>Where the events of a layer come from.</summary>
internal abstract class Entry<TEntry>
{
    /// <summary>Whether a single stage reads them, one after another.</summary>
    public virtual bool IsSequential => false;

    /// <summary>Starts what is before a layer of so many stages.</summary>
    public abstract Inflow<TEntry> Start(FlowStarter starter, int stages, Shape shape);

    /// <summary>Describes what is before.</summary>
    /// <returns>In a few words, where the events come from.</returns>
    public abstract string Describe(FlowOutline outline);
}
