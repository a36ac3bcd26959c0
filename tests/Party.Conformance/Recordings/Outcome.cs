namespace Party.Conformance.Recordings;

public enum Outcome
{
    Passed,
    Failed,
    Skipped,
}
