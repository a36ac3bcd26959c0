using Akka.Actor;
using Akka.TestKit.Configs;

namespace Akka.TestKit;

/// <summary>Makes <see cref="TestKitSettings"/> available on a system.</summary>
public class TestKitExtension : ExtensionIdProvider<TestKitSettings>
{
    /// <summary>The settings of a system; read on the first call.</summary>
    public static TestKitSettings For(ActorSystem system) => new TestKitExtension().Apply(system);

    /// <summary>Lays the kit's own settings below the system's configuration, and reads what is there now.</summary>
    public override TestKitSettings CreateExtension(ExtendedActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        system.Settings.InjectTopLevelFallback(TestConfigs.DefaultConfig);
        return new(system.Settings.Config);
    }
}
