using Akka.Actor;

namespace Akka.TestKit.Expectations;

/// <summary>What a test expects of one message: its type, and a check of the message and its sender.</summary>
/// <param name="Text">What is expected, as it reads after the word "Expected".</param>
/// <param name="Check">Fails, through the judge or with an exception of its own, if it is not met.</param>
internal sealed record Expectation<T>(string Text, Action<T, IActorRef, Judge> Check)
{
    /// <summary>The same, and from this sender.</summary>
    public Expectation<T> From(IActorRef sender) =>
        From($"from {Wording.Of(sender)}", (actual, judge) => judge.Require(Equals(sender, actual)));

    /// <summary>The same, and from a sender that the condition holds for.</summary>
    public Expectation<T> From(Predicate<IActorRef> isSender) =>
        From("from a sender that fits", (actual, judge) => judge.Require(isSender(actual)));

    /// <summary>The same, and from a sender that the assertion accepts.</summary>
    public Expectation<T> From(Action<IActorRef> assertSender) =>
        From("from a sender that fits", (actual, _) => assertSender(actual));

    private Expectation<T> From(string text, Action<IActorRef, Judge> checkSender) =>
        new($"{Text} {text}", (message, sender, judge) =>
        {
            checkSender(sender, judge);
            Check(message, sender, judge);
        });
}
