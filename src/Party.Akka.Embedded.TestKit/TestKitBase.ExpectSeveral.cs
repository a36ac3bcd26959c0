using System.Runtime.CompilerServices;
using Akka.TestKit.Expectations;
using Akka.TestKit.Receiving;

namespace Akka.TestKit;

/// <content>Several messages in any order, or one of several.</content>
public abstract partial class TestKitBase
{
    /// <summary>Expects the next message to equal one of the given ones.</summary>
    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        One(Expect.OneOf(messages), null, null, Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ExpectMsgAnyOf{T}"/>
    public ValueTask<T> ExpectMsgAnyOfAsync<T>(
        IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        One(Expect.OneOf(messages), null, null, Awaiting, cancellationToken);

    /// <summary>Expects as many messages as are given: each equal to one of these, and each of these met.</summary>
    /// <returns>The messages in the order in which they came.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages) =>
        AllOf(messages, RemainingOrDefault, Blocking, default).ToList();

    /// <inheritdoc cref="ExpectMsgAllOf{T}(T[])"/>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        AllOf(messages, RemainingOrDefault, Blocking, cancellationToken).ToList();

    /// <summary>Expects as many messages as are given, all of them within a time.</summary>
    /// <returns>The messages in the order in which they came.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages) =>
        AllOf(messages, RemainingOrDilated(max), Blocking, default).ToList();

    /// <inheritdoc cref="ExpectMsgAllOf{T}(TimeSpan, T[])"/>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        AllOf(messages, RemainingOrDilated(max), Blocking, cancellationToken).ToList();

    /// <inheritdoc cref="ExpectMsgAllOf{T}(T[])"/>
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        AllOf(messages, RemainingOrDefault, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectMsgAllOf{T}(TimeSpan, T[])"/>
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        AllOf(messages, RemainingOrDilated(max), Awaiting, cancellationToken);

    /// <summary>Expects as many messages as there are conditions: each meets one, and each of these is met.</summary>
    /// <returns>The messages in the order in which they came.</returns>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(params PredicateInfo[] predicates) =>
        AllMatching(predicates, RemainingOrDefault, Blocking, default).ToList();

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(PredicateInfo[])"/>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken) =>
        AllMatching(predicates, RemainingOrDefault, Blocking, cancellationToken).ToList();

    /// <summary>Expects as many messages as there are conditions, all of them within a time.</summary>
    /// <returns>The messages in the order in which they came.</returns>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        TimeSpan max, params PredicateInfo[] predicates) =>
        AllMatching(predicates, RemainingOrDilated(max), Blocking, default).ToList();

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(TimeSpan, PredicateInfo[])"/>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken) =>
        AllMatching(predicates, RemainingOrDilated(max), Blocking, cancellationToken).ToList();

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(PredicateInfo[])"/>
    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(
        IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default) =>
        AllMatching(predicates, RemainingOrDefault, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectMsgAllOfMatchingPredicates(TimeSpan, PredicateInfo[])"/>
    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(
        TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default) =>
        AllMatching(predicates, RemainingOrDilated(max), Awaiting, cancellationToken);

    private async IAsyncEnumerable<T> AllOf<T>(
        IReadOnlyCollection<T> messages,
        TimeSpan limit,
        Waiting waiting,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = messages.Select(message => new Wanted(Wording.Of((object?)message), got => Equals(message, got)));
        await foreach (var message in All([.. wanted], limit, waiting, cancellationToken))
        {
            yield return (T)message;
        }
    }

    private IAsyncEnumerable<object> AllMatching(
        IReadOnlyCollection<PredicateInfo> predicates,
        TimeSpan limit,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        var wanted = predicates.Select(predicate => new Wanted(predicate.ToString(), predicate.Matches));
        return All([.. wanted], limit, waiting, cancellationToken);
    }

    private async IAsyncEnumerable<object> All(
        Wanted[] wanted,
        TimeSpan limit,
        Waiting waiting,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = Time;
        var expected = $"all of {string.Join(", ", wanted.Select(want => want.Text))} in any order";
        var missing = wanted.ToList();
        List<object> got = [];
        List<object> unexpected = [];
        await foreach (var message in Several(expected, wanted.Length, limit, waiting, cancellationToken))
        {
            got.Add(message);

            // Each message stands for one of those that are wanted, the first that it fits.
            var index = missing.FindIndex(want => want.Matches(message));
            if (index < 0)
            {
                unexpected.Add(message);
            }
            else
            {
                missing.RemoveAt(index);
            }
        }

        if (missing.Count + unexpected.Count > 0)
        {
            var came = $"{Wording.OfItems(got)} (missing: {string.Join(", ", missing.Select(want => want.Text))}; "
                + $"not asked for: {Wording.OfItems(unexpected)})";
            throw Failed(new Report(expected, came, _inbox) { Limit = limit, Elapsed = Time - start });
        }

        foreach (var message in got)
        {
            yield return message;
        }
    }

    private sealed record Wanted(string Text, Predicate<object> Matches);
}
