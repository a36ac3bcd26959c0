using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Akka.Actor.Cells;

/// <summary>Makes actors by the public constructor that fits the arguments.</summary>
internal sealed class TypeProducer(Type type, object?[] arguments) : IIndirectActorProducer
{
    public Type ActorType => type;

    public ActorBase Produce()
    {
        const BindingFlags PublicConstructor =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.OptionalParamBinding;
        try
        {
            return (ActorBase)(Activator.CreateInstance(type, PublicConstructor, null, arguments, null)
                ?? throw new MissingMethodException($"Expected an instance of {type}, got null."));
        }
        catch (TargetInvocationException error) when (error.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    public void Release(ActorBase actor)
    {
    }
}
