namespace Akka.Actor.Cells;

/// <summary>Makes actors by a function.</summary>
internal sealed class FunctionProducer(Type type, Func<ActorBase> make) : IIndirectActorProducer
{
    public Type ActorType => type;

    public ActorBase Produce() => make();

    public void Release(ActorBase actor)
    {
    }
}
