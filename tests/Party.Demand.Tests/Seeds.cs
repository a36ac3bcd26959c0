namespace Party.Demand.Tests;

/// <summary>Seeds for random walks; the seed stands in the test's name, and replays it.</summary>
public static class Seeds
{
    public static TheoryData<int> First(int count) => [.. Enumerable.Range(1, count)];
}
