namespace Akka.Actor;

/// <summary>Names a kind of extension and makes it.</summary>
public interface IExtensionId
{
    /// <summary>The type of the extension, by which a system knows it.</summary>
    Type ExtensionType { get; }

    /// <summary>The extension of that system, made now if it is the first time.</summary>
    object Apply(ActorSystem system);

    /// <summary>The extension of that system; null where it is not registered.</summary>
    object? Get(ActorSystem system);

    /// <summary>Makes the extension; called once per system.</summary>
    object CreateExtension(ExtendedActorSystem system);
}
