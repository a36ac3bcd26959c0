namespace Party.Samples.EventFanOut;

/// <summary>Anyone → manager: that was all. It ends when its handlers have been sent everything.</summary>
public sealed record EndOfEvents;
