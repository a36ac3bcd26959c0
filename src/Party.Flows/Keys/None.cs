namespace Party.Flows.Keys;

/// <summary>No value: the key is all that matters.</summary>
internal readonly struct None;
