namespace Party.Storms.Laws;

/// <summary>How far one subscription has come with what its producing stage emitted.</summary>
internal sealed class Reading
{
    /// <summary>Behind the last event that came for the first time.</summary>
    public int Fresh { get; set; }

    /// <summary>Behind the last event that came again.</summary>
    public int Again { get; set; }
}
