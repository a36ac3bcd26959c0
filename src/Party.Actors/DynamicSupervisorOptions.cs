namespace Party.Actors;

/// <summary>How a <see cref="DynamicSupervisor"/> treats its children.</summary>
public sealed record DynamicSupervisorOptions : SupervisorOptions
{
    /// <summary>When a child that has ended is started again.</summary>
    /// <value><see cref="ChildRestart.Temporary"/> by default: never.</value>
    public ChildRestart Restart
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected a restart of temporary, transient or permanent, got {(int)value}.");
    }

    /// <summary>The most children at a time, one that is being restarted included.</summary>
    /// <value>Null by default, for any number; else at least 1.</value>
    public int? MaxChildren
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected max-children of at least 1, got {value}. Null allows any number.");
    }
}
