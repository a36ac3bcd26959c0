using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Makes a kit's assertions available on its system.</summary>
public class TestKitAssertionsExtension : ExtensionIdProvider<TestKitAssertionsProvider>
{
    private readonly ITestKitAssertions _assertions;

    /// <summary>The extension for one kit; the kit registers it.</summary>
    public TestKitAssertionsExtension(ITestKitAssertions assertions) => _assertions = assertions;

    /// <summary>The assertions of a system that a kit was made for, or null for any other system.</summary>
    public static TestKitAssertionsProvider? For(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return system.TryGetExtension<TestKitAssertionsProvider>(out var provider) ? provider : null;
    }

    /// <inheritdoc/>
    public override TestKitAssertionsProvider CreateExtension(ExtendedActorSystem system) => new(_assertions);
}
