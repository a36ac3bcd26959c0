using Party.Flows.Windows;

namespace Party.Flows.Reducing;

/// <summary>Events that become a state, whatever they were before.</summary>
internal interface IReduction<TState>
{
    /// <summary>How many stages do it.</summary>
    int Stages { get; }

    /// <summary>What becomes of the state of a window that has fired.</summary>
    Accumulation Accumulation { get; }

    /// <summary>Says what is emitted of it.</summary>
    Flow<TOut> Emit<TOut>(string name, EmitRule<TState, TOut> rule);
}
