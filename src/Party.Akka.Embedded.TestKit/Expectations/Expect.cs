using Akka.Actor;

namespace Akka.TestKit.Expectations;

/// <summary>The expectations of one message that a test can have.</summary>
internal static class Expect
{
    public static Expectation<T> Any<T>() => new($"a message of type {Wording.Of(typeof(T))}", (_, _, _) => { });

    public static Expectation<T> EqualTo<T>(T expected) =>
        new(Named(expected), (message, _, judge) => judge.RequireEqual(expected, message));

    public static Expectation<T> EqualTo<T>(T expected, Func<T, T, bool> comparer) =>
        new(Named(expected), (message, _, judge) => judge.RequireEqual(expected, message, comparer));

    public static Expectation<T> That<T>(Predicate<T> isMessage) =>
        That<T>((message, _) => isMessage(message));

    public static Expectation<T> That<T>(Func<T, IActorRef, bool> isMessageAndSender) =>
        new(Fitting<T>(), (message, sender, judge) => judge.Require(isMessageAndSender(message, sender)));

    public static Expectation<T> Passing<T>(Action<T> assert) =>
        new(Fitting<T>(), (message, _, _) => assert(message));

    public static Expectation<T> Passing<T>(Action<T, IActorRef> assertMessageAndSender) =>
        new(Fitting<T>(), (message, sender, _) => assertMessageAndSender(message, sender));

    public static Expectation<T> OneOf<T>(IEnumerable<T> messages)
    {
        List<T> wanted = [.. messages];
        return new(
            $"one of {Wording.OfItems(wanted.Cast<object?>())}",
            (message, _, judge) => judge.Require(wanted.Exists(each => Equals(each, message))));
    }

    public static Expectation<Terminated> End(IActorRef target) => new(
        $"the end of {Wording.Of(target)}",
        (terminated, _, judge) => judge.Require(Equals(terminated.ActorRef, target)));

    private static string Named<T>(T expected) => $"{Wording.Of((object?)expected)} of type {Wording.Of(typeof(T))}";

    private static string Fitting<T>() => $"a message of type {Wording.Of(typeof(T))} that fits";
}
