using Akka.TestKit.Expectations;

namespace Akka.TestKit;

/// <summary>A condition together with the type of message it can be asked about.</summary>
public class PredicateInfo
{
    private readonly Predicate<object> _matches;

    private PredicateInfo(Delegate predicate, Type type, Predicate<object> matches)
    {
        PredicateT = predicate;
        Type = type;
        _matches = matches;
    }

    /// <summary>The condition as it was given: a <see cref="Predicate{T}"/> of <see cref="Type"/>.</summary>
    public Delegate PredicateT { get; }

    /// <summary>The type of message that the condition is asked about; it holds for no other.</summary>
    public Type Type { get; }

    /// <summary>Pairs a condition with the type that it names.</summary>
    public static PredicateInfo Create<T>(Predicate<T> predicateT)
    {
        ArgumentNullException.ThrowIfNull(predicateT);
        return new(predicateT, typeof(T), message => message.GetType() == typeof(T) && predicateT((T)message));
    }

    /// <summary>The condition as a failure names it.</summary>
    public override string ToString() => $"a message of type {Wording.Of(Type)} that fits";

    internal bool Matches(object message) => _matches(message);
}
