namespace Party.Samples.EventFanOut;

/// <summary>What handlers are notified of.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Text">What happened.</param>
public sealed record Notice(string Topic, string Text);
