using System.Collections.Concurrent;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor.Hosting;

/// <summary>The extensions of a system, each made once, whoever asks first.</summary>
internal sealed class ExtensionRegistry(EmbeddedActorSystem system)
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _extensions = new();

    // An extension that could not be made stays so: everyone who asks gets the exception of the first attempt.
    public object Register(IExtensionId id) =>
        _extensions.GetOrAdd(id.ExtensionType, _ => new(() => id.CreateExtension(system))).Value;

    /// <summary>The extension of that type; null where none is registered.</summary>
    public object? Find(Type type) => _extensions.TryGetValue(type, out var extension) ? extension.Value : null;

    /// <summary>Whether one of that type is registered, even if it could not be made.</summary>
    public bool Contains(Type type) => _extensions.ContainsKey(type);

    /// <summary>Registers what akka.extensions lists, and leaves out, with an error, what is no extension id.</summary>
    public void LoadConfigured()
    {
        var ids = system.Settings.Config.GetStringList("akka.extensions").Select(TryMake).OfType<IExtensionId>();
        foreach (var id in ids.ToList())
        {
            Register(id);
        }
    }

    private IExtensionId? TryMake(string name)
    {
        if (TypeName.Find(name) is not { IsClass: true, IsAbstract: false } type
            || !typeof(IExtensionId).IsAssignableFrom(type))
        {
            system.Log.Error("[{0}] is not an 'ExtensionId', skipping...", name);
            return null;
        }

        try
        {
            return TypeName.Instantiate<IExtensionId>(name, "akka.extensions");
        }
        catch (ConfigurationException error)
        {
            system.Log.Error(error, "While trying to load extension [{0}], skipping...", name);
            return null;
        }
    }
}
