using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>What a mailbox with a limit holds, and how long a sender waits for room.</summary>
internal readonly record struct MailboxLimits(int Capacity, TimeSpan PushTimeout)
{
    /// <exception cref="ArgumentException">The section allows no message at all.</exception>
    public static MailboxLimits Read(Config section)
    {
        var capacity = section.GetInt("mailbox-capacity");
        return capacity > 0
            ? new(capacity, section.GetTimeSpan("mailbox-push-timeout-time"))
            : throw new ArgumentException($"Expected a mailbox-capacity of more than zero, got {capacity}.");
    }
}
