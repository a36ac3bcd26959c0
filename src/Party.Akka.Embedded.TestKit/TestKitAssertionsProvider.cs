using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Hands out the test framework's assertions to whoever has only the system at hand.</summary>
public class TestKitAssertionsProvider : IExtension
{
    /// <summary>Keeps the assertions of the kit that the system belongs to.</summary>
    public TestKitAssertionsProvider(ITestKitAssertions assertions) => Assertions = assertions;

    /// <summary>The assertions of the kit that the system belongs to.</summary>
    public ITestKitAssertions Assertions { get; }
}
