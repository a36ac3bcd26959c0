namespace Akka.Actor;

/// <summary>The usual base of an extension id. Two ids of one type are equal.</summary>
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

    /// <summary>Equal to every id for the same type of extension.</summary>
    public override bool Equals(object? obj) => obj is IExtensionId<T>;

    /// <inheritdoc/>
    public override int GetHashCode() => typeof(T).GetHashCode();
}
