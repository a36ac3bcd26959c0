using Akka.Actor;

namespace Akka.Event;

/// <summary>In whose name something is logged: a text, and a class.</summary>
public readonly struct LogSource
{
    private LogSource(string source, Type type)
    {
        Source = source;
        Type = type;
    }

    /// <summary>The text.</summary>
    public string Source { get; }

    /// <summary>The class.</summary>
    public Type Type { get; }

    /// <summary>From a text and a class.</summary>
    public static LogSource Create(string source, Type t) => new(source, t);

    /// <summary>From a string, a type, an actor or any object, with the address of the system.</summary>
    public static LogSource Create(object o, ActorSystem system) => o switch
    {
        LogSource made => made,
        IActorContext context => new(FromActor(context, system), SourceType(o)),
        IActorRef actor => new(FromActorRef(actor, system), SourceType(o)),
        string text => new(FromString(text, system), SourceType(o)),
        Type type => new(FromType(type, system), type),
        _ => new(FromType(o.GetType(), system), SourceType(o)),
    };

    /// <summary>From a string, a type, an actor or any object.</summary>
    public static LogSource Create(object o) => new(
        o switch
        {
            IActorContext context => context.Self.Path.ToString(),
            IActorRef actor => actor.Path.ToString(),
            string text => text,
            Type type => Logging.SimpleName(type),
            _ => Logging.SimpleName(o),
        },
        SourceType(o));

    /// <summary>The path of the actor.</summary>
    public static string FromActor(IActorContext actor, ActorSystem system) => FromActorRef(actor.Self, system);

    /// <summary>The path of the actor.</summary>
    public static string FromActorRef(IActorRef a, ActorSystem system) =>
        a.Path.ToStringWithAddress(((ExtendedActorSystem)system).Provider.DefaultAddress);

    /// <summary>The text, and the address of the system in parentheses.</summary>
    public static string FromString(string source, ActorSystem system) => $"{source} ({system})";

    /// <summary>The name of the type, and the address of the system in parentheses.</summary>
    public static string FromType(Type t, ActorSystem system) => FromString(Logging.SimpleName(t), system);

    /// <summary>The class of an actor, the type itself, or the type of any object.</summary>
    public static Type SourceType(object o) => o switch
    {
        IActorContext context => context.Props.Type,
        Type type => type,
        string => typeof(DummyClassForStringSources),
        _ => o.GetType(),
    };
}
