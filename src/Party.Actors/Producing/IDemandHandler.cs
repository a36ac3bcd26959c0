using Party.Demand.Dispatching;

namespace Party.Actors.Producing;

/// <summary>The stage behind a <see cref="ProducerSide{TEvent}"/>, as long as it is the current one.</summary>
internal interface IDemandHandler
{
    /// <summary>Emits what is asked for, now or later.</summary>
    void HandleDemand(DemandIncrement demand);
}
