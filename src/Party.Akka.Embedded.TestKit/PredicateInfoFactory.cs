namespace Akka.TestKit;

/// <summary>Makes conditions for <c>ExpectMsgAllOfMatchingPredicates</c> of predicates that are at hand.</summary>
public static class PredicateInfoFactory
{
    /// <summary>A message must be of the type and the predicate must hold.</summary>
    public static PredicateInfo CreatePredicateInfo<T>(this Predicate<T> predicateT) =>
        PredicateInfo.Create(predicateT);

    /// <summary>As the other one, for any delegate that takes a <typeparamref name="T"/> and returns a bool.</summary>
    /// <exception cref="ArgumentException">The delegate takes or returns something else.</exception>
    public static PredicateInfo CreatePredicateInfo<T>(this Delegate predicateT)
    {
        ArgumentNullException.ThrowIfNull(predicateT);
        var method = predicateT.Method;
        if (method.ReturnType != typeof(bool) || method.GetParameters().Length != 1)
        {
            throw new ArgumentException(
                $"Expected a delegate that takes one argument and returns a bool, got {method}.", nameof(predicateT));
        }

        return PredicateInfo.Create(method.CreateDelegate<Predicate<T>>(predicateT.Target));
    }
}
