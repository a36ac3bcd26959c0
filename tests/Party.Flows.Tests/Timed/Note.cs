namespace Party.Flows.Tests.Timed;

/// <summary>An event that has a name, and happened so many seconds after some midnight.</summary>
/// <param name="Name">What it is called; its first letter is its key.</param>
/// <param name="Seconds">When it happened.</param>
public sealed record Note(string Name, double Seconds)
{
    /// <summary>When it happened.</summary>
    public DateTimeOffset Time => DateTimeOffset.UnixEpoch.AddSeconds(Seconds);

    /// <summary>Whose it is.</summary>
    public char Key => Name[0];
}
