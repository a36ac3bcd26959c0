using System.Globalization;
using Akka.TestKit.Expectations;
using Xunit;
using Xunit.Sdk;

namespace Akka.TestKit.Xunit2;

/// <summary>Fails tests the way xunit does, with an <see cref="XunitException"/>.</summary>
public class XunitAssertions : ITestKitAssertions
{
    /// <inheritdoc/>
    public void Fail(string format = "", params object[] args) =>
        throw FailException.ForFailure(Text(format, args));

    /// <inheritdoc/>
    public void AssertTrue(bool condition, string format = "", params object[] args)
    {
        if (!condition)
        {
            Fail(format, args);
        }
    }

    /// <inheritdoc/>
    public void AssertFalse(bool condition, string format = "", params object[] args) =>
        AssertTrue(!condition, format, args);

    /// <summary>Fails the test unless xunit holds the two for equal; sequences are compared item by item.</summary>
    public void AssertEqual<T>(T expected, T actual, string format = "", params object[] args)
    {
        try
        {
            Assert.Equal(expected, actual);
        }
        catch (EqualException)
        {
            FailUnequal(expected, actual, format, args);
        }
    }

    /// <inheritdoc/>
    public void AssertEqual<T>(
        T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args)
    {
        ArgumentNullException.ThrowIfNull(comparer);
        if (!comparer(expected, actual))
        {
            FailUnequal(expected, actual, format, args);
        }
    }

    private static void FailUnequal<T>(T expected, T actual, string format, object[] args) =>
        throw new XunitException(string.Join(
            Environment.NewLine,
            Text(format, args),
            $"Expected: {Wording.Of((object?)expected)}",
            $"Actual:   {Wording.Of((object?)actual)}"));

    private static string Text(string format, object[] args) =>
        args is [] ? format : string.Format(CultureInfo.InvariantCulture, format, args);
}
