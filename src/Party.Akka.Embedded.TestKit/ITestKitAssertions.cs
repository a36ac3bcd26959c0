namespace Akka.TestKit;

/// <summary>What the kit asks of a test framework: to fail a test in the framework's own way.</summary>
/// <remarks>A format is filled with the arguments beside it, as <c>string.Format</c> does.</remarks>
public interface ITestKitAssertions
{
    /// <summary>Fails the test that is running.</summary>
    void Fail(string format = "", params object[] args);

    /// <summary>Fails the test unless the condition is true.</summary>
    void AssertTrue(bool condition, string format = "", params object[] args);

    /// <summary>Fails the test unless the condition is false.</summary>
    void AssertFalse(bool condition, string format = "", params object[] args);

    /// <summary>Fails the test unless the framework holds the two for equal.</summary>
    void AssertEqual<T>(T expected, T actual, string format = "", params object[] args);

    /// <summary>Fails the test unless the comparer holds the two for equal.</summary>
    void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args);
}
