using System.Reflection;

namespace Akka.Actor.Cells;

/// <summary>Makes actors by a constructor that is known.</summary>
internal sealed class ConstructorProducer : IIndirectActorProducer
{
    private readonly ConstructorInvoker _constructor;
    private readonly object?[] _arguments;

    public ConstructorProducer(ConstructorInfo constructor, object?[] arguments)
    {
        ActorType = constructor.DeclaringType ?? typeof(ActorBase);
        _constructor = ConstructorInvoker.Create(constructor);
        _arguments = arguments;
    }

    public Type ActorType { get; }

    // What a constructor throws comes out as reflection has it, whichever way the actor is made.
    public ActorBase Produce()
    {
        try
        {
            return (ActorBase)_constructor.Invoke(_arguments.AsSpan());
        }
        catch (Exception error)
        {
            throw new TargetInvocationException(error);
        }
    }

    public void Release(ActorBase actor)
    {
    }
}
