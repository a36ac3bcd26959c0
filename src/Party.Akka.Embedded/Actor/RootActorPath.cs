namespace Akka.Actor;

/// <summary>The path at the top of a system's tree. Its text ends with a slash.</summary>
public sealed class RootActorPath : ActorPath
{
    /// <summary>The root of the system at <paramref name="address"/>.</summary>
    public RootActorPath(Address address, string name = "")
        : base(address, name)
    {
    }
}
