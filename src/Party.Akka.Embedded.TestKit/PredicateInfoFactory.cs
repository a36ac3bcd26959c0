namespace Akka.TestKit;

/// <summary>Makes a <see cref="PredicateInfo"/> out of a condition.</summary>
public static class PredicateInfoFactory
{
    /// <summary>Pairs a condition with the type that it names.</summary>
    public static PredicateInfo CreatePredicateInfo<T>(this Predicate<T> predicateT) =>
        PredicateInfo.Create(predicateT);
}
