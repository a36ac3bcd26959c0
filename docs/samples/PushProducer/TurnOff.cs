namespace Party.Samples.PushProducer;

/// <summary>Anyone → thermometer: hand on what you have kept, and end.</summary>
public sealed record TurnOff;
