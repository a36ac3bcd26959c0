namespace Akka.Actor;

/// <summary>An actor that can put messages aside. Implement one of the interfaces derived from this one.</summary>
public interface IActorStash
{
    /// <summary>Set by the runtime after construction, before PreStart.</summary>
    IStash Stash { get; set; }
}
