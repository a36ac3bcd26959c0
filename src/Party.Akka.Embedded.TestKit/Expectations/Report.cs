using Akka.TestKit.Receiving;

namespace Akka.TestKit.Expectations;

/// <summary>The text of a failure: what was expected, what came, in how much time, and what else lies there.</summary>
/// <param name="expected">What was expected, as it reads after the word "Expected".</param>
/// <param name="got">What came: an envelope, or a text as it reads after the word "got".</param>
/// <param name="inbox">Where the rest lies.</param>
/// <remarks>It is written only when it is asked for, so that an expectation that holds costs no text.</remarks>
internal sealed class Report(string expected, object got, Intake inbox)
{
    /// <summary>How long the test was ready to wait.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>How long it did wait.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>What the author of the test wanted to be reminded of.</summary>
    public string? Hint { get; init; }

    public override string ToString() =>
        $"Expected {expected} within {Wording.Of(Limit)}, got {Came()} after {Wording.Of(Elapsed)}."
        + $"{Wording.OfHint(Hint)} {Mailbox()}";

    private string Came() => got switch
    {
        NullMessageEnvelope => "nothing",
        RealMessageEnvelope { Message: { } message, Sender: var sender } =>
            $"{Wording.Of(message)} of type {Wording.Of(message.GetType())} from {Wording.Of(sender)}",
        _ => $"{got}",
    };

    private string Mailbox()
    {
        var contents = inbox.Contents;
        return contents.Length == 0
            ? "Nothing else lies in the mailbox."
            : $"The mailbox holds {contents.Length} more: {Wording.OfItems(contents)}.";
    }
}
