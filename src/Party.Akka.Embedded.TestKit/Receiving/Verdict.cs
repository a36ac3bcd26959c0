using System.Diagnostics.CodeAnalysis;

namespace Akka.TestKit.Receiving;

/// <summary>What becomes of the next message of a run: kept as a result, dropped, or left, the run's end.</summary>
internal readonly record struct Verdict<T>
{
    public static Verdict<T> End => new() { IsEnd = true };

    public static Verdict<T> Drop => default;

    public bool IsEnd { get; private init; }

    [MemberNotNullWhen(true, nameof(Result))]
    public bool IsKept { get; private init; }

    public T? Result { get; private init; }

    public static Verdict<T> Keep(T result) => new() { IsKept = true, Result = result };

    /// <summary>Keeps what the filter makes of a message; null ends the run.</summary>
    public static Func<object, Verdict<T>> Of(Func<object, T?> filter) =>
        message => filter(message) is { } result ? Keep(result) : End;

    /// <summary>Keeps messages of the type as long as the condition holds; others are ignored or end the run.</summary>
    public static Func<object, Verdict<T>> Of(Predicate<T> shouldContinue, bool ignoreOthers) =>
        message => message switch
        {
            T typed when shouldContinue(typed) => Keep(typed),
            not T when ignoreOthers => Drop,
            _ => End,
        };
}
