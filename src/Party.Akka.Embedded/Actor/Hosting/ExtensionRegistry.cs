using System.Collections.Concurrent;
using Akka.Configuration;

namespace Akka.Actor.Hosting;

/// <summary>The extensions of a system, each made once, whoever asks first.</summary>
internal sealed class ExtensionRegistry(EmbeddedActorSystem system)
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _extensions = new();

    // An extension that could not be made stays so: everyone who asks gets the exception of the first attempt.
    public object Register(IExtensionId id) => _extensions.GetOrAdd(id.ExtensionType, _ => new(() => Create(id))).Value;

    /// <summary>The extension of that type; null where none is registered.</summary>
    public object? Find(Type type) => _extensions.TryGetValue(type, out var extension) ? extension.Value : null;

    /// <summary>Registers what akka.extensions lists: types that are extension ids.</summary>
    public void LoadConfigured()
    {
        foreach (var name in system.Settings.Config.GetStringList("akka.extensions"))
        {
            Register(TypeName.Instantiate<IExtensionId>(name, "akka.extensions"));
        }
    }

    private object Create(IExtensionId id) => id.CreateExtension(system)
        ?? throw new ConfigurationException(
            $"Expected an extension from {id.GetType()}, got null. It was not registered.");
}
