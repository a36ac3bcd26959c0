using Akka.Configuration;

namespace Akka.Actor;

/// <summary>What a system needs before it can start: its configuration. Immutable.</summary>
public sealed class BootstrapSetup
{
    private readonly Config? _config;
    private readonly Config? _fallback;

    private BootstrapSetup(Config? config, Config? fallback)
    {
        _config = config;
        _fallback = fallback;
    }

    /// <summary>With the configuration of the application, if it has one.</summary>
    public static BootstrapSetup Create() => new(null, null);

    /// <summary>With this configuration instead of the application's.</summary>
    public BootstrapSetup WithConfig(Config config) => new(config, _fallback);

    /// <summary>With this configuration below the one given, or below the application's.</summary>
    public BootstrapSetup WithConfigFallback(Config config) => new(_config, config);

    internal Config ResolveConfig()
    {
        var config = _config ?? ConfigurationFactory.Load();
        return _fallback is null ? config : config.WithFallback(_fallback);
    }
}
