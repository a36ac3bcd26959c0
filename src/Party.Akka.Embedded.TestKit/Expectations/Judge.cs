namespace Akka.TestKit.Expectations;

/// <summary>Holds what came against what was expected, in the words of the test framework in use.</summary>
internal readonly record struct Judge(ITestKitAssertions Assertions, Report Report)
{
    /// <summary>Fails with the report unless the condition holds.</summary>
    public void Require(bool condition) => Assertions.AssertTrue(condition, "{0}", Report);

    /// <summary>Fails with the report unless the test framework holds the two for equal.</summary>
    public void RequireEqual<T>(T expected, T actual) => Assertions.AssertEqual(expected, actual, "{0}", Report);

    /// <summary>Fails with the report unless the comparer holds the two for equal.</summary>
    public void RequireEqual<T>(T expected, T actual, Func<T, T, bool> comparer) =>
        Assertions.AssertEqual(expected, actual, comparer, "{0}", Report);
}
