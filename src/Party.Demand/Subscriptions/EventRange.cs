namespace Party.Demand.Subscriptions;

/// <summary>Consecutive events of one subscription.</summary>
/// <param name="First">The sequence number of the first.</param>
/// <param name="Last">That of the last.</param>
public readonly record struct EventRange(long First, long Last)
{
    /// <summary>How many they are.</summary>
    public long Count => Last - First + 1;

    /// <summary><c>3</c>, or <c>3 to 5</c>.</summary>
    public override string ToString() => First == Last ? $"{First}" : $"{First} to {Last}";
}
