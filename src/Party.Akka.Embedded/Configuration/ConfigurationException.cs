using Akka.Actor;

namespace Akka.Configuration;

/// <summary>A configuration lacks something or holds what can't be used.</summary>
public class ConfigurationException : AkkaException
{
    /// <summary>Says what is wrong with the configuration.</summary>
    public ConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong with the configuration, and what brought it to light.</summary>
    public ConfigurationException(string message, Exception? exception)
        : base(message, exception)
    {
    }

    /// <summary>For a component <typeparamref name="T"/> that was given no configuration.</summary>
    public static ConfigurationException NullOrEmptyConfig<T>(string? path = null)
        => new(string.IsNullOrEmpty(path)
            ? $"Expected a configuration for {typeof(T).Name}, got none."
            : $"Expected a configuration for {typeof(T).Name} at {path}, got none.");
}
