namespace Akka.Actor;

/// <summary>A path below another one.</summary>
public sealed class ChildActorPath : ActorPath
{
    /// <summary>A child of <paramref name="parentPath"/>; a uid of 0 means that it is not known.</summary>
    public ChildActorPath(ActorPath parentPath, string name, long uid)
        : base(parentPath, name, uid)
    {
    }
}
