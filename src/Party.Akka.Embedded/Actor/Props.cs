using System.Linq.Expressions;
using Akka.Actor.Cells;
using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>How to make an actor: its class and arguments, and what it runs on. Immutable.</summary>
public sealed class Props : IEquatable<Props>
{
    /// <summary>Stands for no props: null.</summary>
    public static readonly Props? None;

    private readonly IIndirectActorProducer _producer;

    private Props(IIndirectActorProducer producer, object?[] arguments)
    {
        _producer = producer;
        Arguments = arguments;
    }

    private Props(Props original)
    {
        _producer = original._producer;
        Arguments = original.Arguments;
        Deploy = original.Deploy;
        SupervisorStrategy = original.SupervisorStrategy;
    }

    /// <summary>An actor that swallows every message.</summary>
    public static Props Empty { get; } = Create<EmptyActor>();

    /// <summary>The class of the actor.</summary>
    public Type Type => _producer.ActorType;

    /// <summary>The assembly-qualified name of the class.</summary>
    public string TypeName => Type.AssemblyQualifiedName ?? Type.Name;

    /// <summary>The constructor's arguments, the same objects for every instance.</summary>
    public object?[] Arguments { get; }

    /// <summary>What the actor runs on.</summary>
    public Deploy Deploy { get; private init; } = Deploy.Local;

    /// <summary>Used instead of the actor's own strategy; null leaves that in force.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; private init; }

    /// <summary>The id of the thread dispatcher: akka.actor.default-dispatcher unless another was asked for.</summary>
    public string Dispatcher => Deploy.Dispatcher is { Length: > 0 } id ? id : Dispatchers.DefaultDispatcherId;

    /// <summary>The id of the mailbox; empty unless one was asked for.</summary>
    public string Mailbox => Deploy.Mailbox;

    /// <summary>From a constructor call. Its arguments are evaluated here, once.</summary>
    /// <remarks>A conversion is not looked into: it is run for every instance.</remarks>
    /// <exception cref="InvalidCastException">The expression is no constructor call.</exception>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase
    {
        if (factory.Body is UnaryExpression)
        {
            return new(new FunctionProducer(typeof(TActor), factory.Compile()), [])
            {
                SupervisorStrategy = supervisorStrategy,
            };
        }

        var (constructor, arguments) = ConstructorCall.Of(factory);
        var producer = new ConstructorProducer(constructor, arguments);
        return new(producer, arguments) { SupervisorStrategy = supervisorStrategy };
    }

    /// <summary>From a class and arguments for one of its public constructors, chosen when the actor starts.</summary>
    public static Props Create<TActor>(params object?[] args)
        where TActor : ActorBase => Create(typeof(TActor), args);

    /// <summary>From a class without arguments, with a strategy for its children.</summary>
    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() => Create<TActor>().WithSupervisorStrategy(supervisorStrategy);

    /// <inheritdoc cref="Create{TActor}(object[])"/>
    public static Props Create(Type type, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!typeof(ActorBase).IsAssignableFrom(type))
        {
            throw new ArgumentException($"Expected a class derived from ActorBase, got {type}.", nameof(type));
        }

        return new(new TypeProducer(type, args ?? []), args ?? []);
    }

    /// <summary>From something that makes the actor and gets it back when it has stopped.</summary>
    public static Props CreateBy(IIndirectActorProducer producer, params object?[] args) => new(producer, args);

    /// <summary>The same on another thread dispatcher.</summary>
    public Props WithDispatcher(string dispatcher) => WithDeploy(Deploy.WithDispatcher(dispatcher));

    /// <summary>The same with another mailbox.</summary>
    public Props WithMailbox(string mailbox) => WithDeploy(Deploy.WithMailbox(mailbox));

    /// <summary>The same with another limit for its stash; -1 means none.</summary>
    public Props WithStashCapacity(int stashCapacity) => WithDeploy(Deploy.WithStashCapacity(stashCapacity));

    /// <summary>The same with another deployment; what that leaves open stays as it was.</summary>
    public Props WithDeploy(Deploy deploy) => new(this) { Deploy = deploy.WithFallback(Deploy) };

    /// <summary>The same with another strategy for its children.</summary>
    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy) =>
        new(this) { SupervisorStrategy = supervisorStrategy };

    /// <summary>Equal by class, arguments, deployment and strategy.</summary>
    public bool Equals(Props? other) =>
        other is not null
        && Type == other.Type
        && Arguments.SequenceEqual(other.Arguments)
        && Deploy.Equals(other.Deploy)
        && Equals(SupervisorStrategy, other.SupervisorStrategy);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Props);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Deploy, Arguments.Length);

    /// <summary>Constructs an instance. Only a cell can.</summary>
    /// <exception cref="TypeLoadException">The producer or the constructor threw; that is the cause.</exception>
    public ActorBase NewActor()
    {
        try
        {
            return _producer.Produce();
        }
        catch (Exception error)
        {
            var arguments = string.Join(",", Arguments.Select(argument => argument?.ToString() ?? "null"));
            var text = $"Error while creating actor instance of type {Type} with {Arguments.Length} args: ({arguments})";
            throw new TypeLoadException(text, error);
        }
    }

    internal void Release(ActorBase actor) => _producer.Release(actor);

    private sealed class EmptyActor : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }
}
