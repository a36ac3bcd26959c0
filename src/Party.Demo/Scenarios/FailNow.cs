namespace Party.Demo.Scenarios;

/// <summary>Scenario → consumer: fail at the end of the next batch.</summary>
internal sealed record FailNow;
