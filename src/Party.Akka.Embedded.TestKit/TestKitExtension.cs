using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Makes <see cref="TestKitSettings"/> available on a system.</summary>
public class TestKitExtension : ExtensionIdProvider<TestKitSettings>
{
    /// <summary>The settings of a system; read on the first call.</summary>
    public static TestKitSettings For(ActorSystem system) => new TestKitExtension().Apply(system);

    /// <summary>Reads the settings out of the system's configuration.</summary>
    public override TestKitSettings CreateExtension(ExtendedActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new(system.Settings.Config);
    }
}
