namespace Party.Samples.EventFanOut;

/// <summary>Manager → notifier: the notice is on its way to every handler.</summary>
public sealed record Notified;
