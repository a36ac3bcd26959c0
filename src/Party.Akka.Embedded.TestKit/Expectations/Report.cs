using Akka.TestKit.Receiving;

namespace Akka.TestKit.Expectations;

/// <summary>The text of a failure: what was expected, what came, in how much time, and what else lay in the mailbox.</summary>
/// <remarks>It is written only when it is asked for, so that an expectation that holds costs no text.</remarks>
internal sealed class Report(string expected, Inbox inbox)
{
    /// <summary>What came, or the envelope that stands for nothing.</summary>
    public MessageEnvelope Got { get; init; } = NullMessageEnvelope.Instance;

    /// <summary>How long the test was ready to wait.</summary>
    public TimeSpan Limit { get; init; }

    /// <summary>How long it did wait.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What the author of the test wanted to be reminded of.</summary>
    public string? Hint { get; init; }

    public override string ToString()
    {
        var hint = string.IsNullOrEmpty(Hint) ? "" : $" Hint: {Hint}.";
        return $"Expected {expected} within {Wording.Of(Limit)}, got {Came()} "
            + $"after {Wording.Of(Elapsed)}.{hint} {Mailbox()}";
    }

    private string Came() => Got.Message is { } message
        ? $"{Wording.Of(message)} of type {Wording.Of(message.GetType())} from {Wording.Of(Got.Sender)}"
        : "nothing";

    private string Mailbox()
    {
        var contents = inbox.Contents;
        return contents.Length == 0
            ? "Nothing else lies in the mailbox."
            : $"The mailbox holds {contents.Length} more: {Wording.OfItems(contents)}.";
    }
}
