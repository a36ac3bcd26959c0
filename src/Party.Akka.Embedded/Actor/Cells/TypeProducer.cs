using System.Reflection;

namespace Akka.Actor.Cells;

/// <summary>Makes actors by the public constructor that fits the arguments.</summary>
internal sealed class TypeProducer(Type type, object?[] arguments) : IIndirectActorProducer
{
    public Type ActorType => type;

    public ActorBase Produce() => (ActorBase)New();

    public object New()
    {
        const BindingFlags PublicConstructor =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.OptionalParamBinding;
        return Activator.CreateInstance(type, PublicConstructor, null, arguments, null)
            ?? throw new MissingMethodException($"Expected an instance of {type}, got null.");
    }

    public void Release(ActorBase actor)
    {
    }
}
