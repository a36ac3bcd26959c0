namespace Party.Actors;

/// <summary>A partition's park was full, and the producer's options say that this fails the stage.</summary>
public sealed class ParkFullException(string message) : Exception(message);
