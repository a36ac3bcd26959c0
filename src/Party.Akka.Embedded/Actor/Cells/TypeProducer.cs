using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Akka.Actor.Cells;

/// <summary>Makes actors by the public constructor that fits the arguments.</summary>
internal sealed class TypeProducer(Type type, object?[] arguments) : IIndirectActorProducer
{
    public Type ActorType => type;

    public ActorBase Produce()
    {
        const BindingFlags PublicConstructor = BindingFlags.Instance | BindingFlags.Public | BindingFlags.CreateInstance | BindingFlags.OptionalParamBinding;
        try
        {
            return Activator.CreateInstance(type, PublicConstructor, null, arguments, null) as ActorBase
                ?? throw new ArgumentException($"Expected a class derived from ActorBase, got {type}. Nothing was started.");
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
