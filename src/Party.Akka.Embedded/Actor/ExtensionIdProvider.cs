namespace Akka.Actor;

/// <summary>The usual base of an extension id. A system knows its extensions by their type.</summary>
public abstract class ExtensionIdProvider<T> : IExtensionId<T>
    where T : IExtension
{
    /// <inheritdoc/>
    public Type ExtensionType => typeof(T);

    /// <inheritdoc/>
    public T Apply(ActorSystem system) => (T)system.RegisterExtension(this);

    /// <inheritdoc/>
    public T? Get(ActorSystem system) => (T?)system.GetExtension(this);

    object IExtensionId.Apply(ActorSystem system) => Apply(system);

    object? IExtensionId.Get(ActorSystem system) => Get(system);

    object IExtensionId.CreateExtension(ExtendedActorSystem system) => CreateExtension(system);

    /// <summary>Makes the extension; called once per system, by the thread that asks first.</summary>
    public abstract T CreateExtension(ExtendedActorSystem system);
}
