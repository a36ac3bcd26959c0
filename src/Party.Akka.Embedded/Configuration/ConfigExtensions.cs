using System.Diagnostics.CodeAnalysis;

namespace Akka.Configuration;

/// <summary>What can be asked of a configuration that may be null.</summary>
public static class ConfigExtensions
{
    /// <summary>Whether there is nothing to read: null counts as empty.</summary>
    public static bool IsNullOrEmpty([NotNullWhen(false)] this Config? config) => config is null || config.IsEmpty;

    /// <summary>Puts a fallback under a configuration, either of which may be missing.</summary>
    /// <returns>The one that is there, or both.</returns>
    public static Config? SafeWithFallback(this Config? config, Config? fallback)
    {
        if (config is null)
        {
            return fallback;
        }

        return ReferenceEquals(config, fallback) ? config : config.WithFallback(fallback);
    }
}
