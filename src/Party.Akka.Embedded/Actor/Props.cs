using System.Linq.Expressions;
using Akka.Actor.Cells;
using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>How to make an actor: its class and arguments, and what it runs on. Immutable.</summary>
/// <remarks>A class derived from it overrides <see cref="NewActor"/> and <see cref="Copy"/>.</remarks>
public class Props : IEquatable<Props>
{
    /// <summary>Stands for no props: null.</summary>
    public static readonly Props? None;

    private readonly IIndirectActorProducer _producer;

    /// <summary>From a class without arguments.</summary>
    /// <inheritdoc cref="Props(Type, object[])" path="/exception"/>
    public Props(Type type)
        : this(type, [])
    {
    }

    /// <summary>From a class and arguments for one of its public constructors, chosen when the actor starts.</summary>
    /// <remarks>
    /// An <see cref="IIndirectActorProducer"/> is made here, with the arguments, and then makes the actors.
    /// </remarks>
    /// <exception cref="ArgumentException">The class is none of actors, nor of what makes them.</exception>
    public Props(Type type, object?[] args)
        : this(ProducerOf(type, args ?? []), args ?? [])
    {
    }

    /// <summary>The same with a strategy for its children.</summary>
    /// <inheritdoc cref="Props(Type, object[])" path="/exception"/>
    public Props(Type type, SupervisorStrategy? supervisorStrategy, IEnumerable<object?> args)
        : this(type, supervisorStrategy, args.ToArray())
    {
    }

    /// <inheritdoc cref="Props(Type, SupervisorStrategy, IEnumerable{object})"/>
    public Props(Type type, SupervisorStrategy? supervisorStrategy, params object?[] args)
        : this(type, args) => SupervisorStrategy = supervisorStrategy;

    /// <summary>The same with a deployment.</summary>
    /// <inheritdoc cref="Props(Type, object[])" path="/exception"/>
    public Props(Deploy deploy, Type type, IEnumerable<object?> args)
        : this(deploy, type, args.ToArray())
    {
    }

    /// <inheritdoc cref="Props(Deploy, Type, IEnumerable{object})"/>
    public Props(Deploy deploy, Type type, params object?[] args)
        : this(type, args) => Deploy = deploy;

    /// <summary>For a derived class that makes the actors by itself.</summary>
    protected Props()
        : this(new FunctionProducer(typeof(ActorBase), NothingToMake), [])
    {
    }

    /// <summary>The same as <paramref name="copy"/>.</summary>
    protected Props(Props copy)
        : this(copy._producer, copy.Arguments)
    {
        Deploy = copy.Deploy;
        SupervisorStrategy = copy.SupervisorStrategy;
    }

    private Props(IIndirectActorProducer producer, object?[] arguments)
    {
        _producer = producer;
        Arguments = arguments;
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
    public Deploy Deploy { get; protected set; } = Deploy.Local;

    /// <summary>Used instead of the actor's own strategy; null leaves that in force.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; protected set; }

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
    public static Props Create(Type type, params object?[] args) => new(type, args);

    /// <summary>From something that makes the actor and gets it back when it has stopped.</summary>
    public static Props CreateBy(IIndirectActorProducer producer, params object?[] args) => new(producer, args);

    /// <summary>From a class whose instance makes the actors; it is made here, with the arguments.</summary>
    [Obsolete("Hand over the producer itself: CreateBy(producer).")]
    public static Props CreateBy<TProducer>(params object?[] args)
        where TProducer : class, IIndirectActorProducer => new(typeof(TProducer), args);

    /// <summary>The same on another thread dispatcher.</summary>
    public Props WithDispatcher(string dispatcher) => WithDeploy(Deploy.WithDispatcher(dispatcher));

    /// <summary>The same with another mailbox.</summary>
    public Props WithMailbox(string mailbox) => WithDeploy(Deploy.WithMailbox(mailbox));

    /// <summary>The same with another limit for its stash; -1 means none.</summary>
    public Props WithStashCapacity(int stashCapacity) => WithDeploy(Deploy.WithStashCapacity(stashCapacity));

    /// <summary>The same with another deployment; what that leaves open stays as it was.</summary>
    public Props WithDeploy(Deploy deploy)
    {
        var copy = Copy();
        copy.Deploy = deploy.WithFallback(Deploy);
        return copy;
    }

    /// <summary>The same with another strategy for its children.</summary>
    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy)
    {
        var copy = Copy();
        copy.SupervisorStrategy = supervisorStrategy;
        return copy;
    }

    /// <summary>Equal by class, number of arguments and deployment; the arguments themselves do not count.</summary>
    public bool Equals(Props? other) =>
        other is not null
        && Type == other.Type
        && Arguments.Length == other.Arguments.Length
        && Deploy.Equals(other.Deploy);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj?.GetType() == GetType() && Equals((Props)obj);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Deploy, Arguments.Length);

    /// <summary>Constructs an instance. Only a cell can.</summary>
    /// <exception cref="TypeLoadException">The producer or the constructor threw; that is the cause.</exception>
    public virtual ActorBase NewActor()
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

    /// <summary>What the With methods change, so that they keep the class.</summary>
    protected virtual Props Copy() => new(this);

    internal void Release(ActorBase actor) => _producer.Release(actor);

    private static IIndirectActorProducer ProducerOf(Type type, object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (typeof(IIndirectActorProducer).IsAssignableFrom(type))
        {
            return (IIndirectActorProducer)new TypeProducer(type, arguments).New();
        }

        return typeof(ActorBase).IsAssignableFrom(type)
            ? new TypeProducer(type, arguments)
            : throw new ArgumentException($"Expected a class derived from ActorBase, got {type}.", nameof(type));
    }

    private static ActorBase NothingToMake() => throw new InvalidOperationException(
        "Expected props that make an actor, got some without a class. Override NewActor, or use Props.Create.");

    private sealed class EmptyActor : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }
}
