namespace Party.Flows.Windows;

/// <summary>What becomes of a window's state when the window has fired and goes on.</summary>
public enum Accumulation
{
    /// <summary>The state stays: the next firing shows what the window has come to since it opened.</summary>
    Accumulate,

    /// <summary>The state is forgotten: the next firing shows what came since this one.</summary>
    Discard,
}
