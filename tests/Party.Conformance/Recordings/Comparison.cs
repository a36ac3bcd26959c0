namespace Party.Conformance.Recordings;

/// <summary>Two records of one script, step by step.</summary>
public static class Comparison
{
    /// <summary>The first step at which they differ; null where they don't.</summary>
    public static int? FirstDifference<TRecord>(IReadOnlyList<TRecord> expected, IReadOnlyList<TRecord> got)
    {
        var same = expected.Zip(got).TakeWhile(pair => Equals(pair.First, pair.Second)).Count();
        return same == expected.Count && same == got.Count ? null : same;
    }

    /// <summary>A failure that shows where they differ, with the steps before it; null where they don't.</summary>
    public static Verdict? Check<TRecord>(
        string what, IReadOnlyList<TRecord> expected, IReadOnlyList<TRecord> got, Func<int, string> describe)
    {
        const int context = 3;
        if (FirstDifference(expected, got) is not { } at)
        {
            return null;
        }

        var before = Enumerable.Range(0, at).TakeLast(context).Select(step => $"\n    {describe(step)}: {got[step]}");
        var left = at < expected.Count ? $"{expected[at]}" : "nothing";
        var right = at < got.Count ? $"{got[at]}" : "nothing";
        return Verdict.Failed(
            $"{what} differ at {describe(at)}:{string.Concat(before)}\n    expected {left}\n    got      {right}");
    }
}
