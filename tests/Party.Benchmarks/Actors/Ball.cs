namespace Party.Benchmarks.Actors;

/// <summary>What is passed around: one object, so that whatever is allocated is the passing.</summary>
internal sealed class Ball
{
    public static readonly Ball Instance = new();
}
