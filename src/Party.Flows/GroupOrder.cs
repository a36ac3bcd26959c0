namespace Party.Flows;

/// <summary>The order of the events of a group.</summary>
public enum GroupOrder
{
    /// <summary>As they came to the stage.</summary>
    Arrival,

    /// <summary>The latest first, as Elixir's Flow has it.</summary>
    Reversed,
}
