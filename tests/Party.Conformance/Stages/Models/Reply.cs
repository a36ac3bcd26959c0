namespace Party.Conformance.Stages.Models;

/// <summary>Where a process puts the answer to a call.</summary>
public sealed class Reply
{
    public string? Text { get; set; }
}
