using Akka.Dispatch.SystemMessages;

namespace Akka.Dispatch.Mailing;

/// <summary>A mailbox's system messages: many push, the owner takes all at once, oldest first.</summary>
/// <remarks>A struct, so that a mailbox holds it without another object; never copy it.</remarks>
internal struct SystemMessageList
{
    private static readonly SystemMessage ClosedMark = new Closed();

    // Newest first.
    private SystemMessage? _newest;

    public bool IsEmpty => Volatile.Read(ref _newest) is null or Closed;

    /// <summary>False once the list was closed; the message is then the caller's to dispose of.</summary>
    public bool TryPush(SystemMessage message)
    {
        var newest = Volatile.Read(ref _newest);
        while (newest is not Closed)
        {
            message.Next = newest;
            var found = Interlocked.CompareExchange(ref _newest, message, newest);
            if (found == newest)
            {
                return true;
            }

            newest = found;
        }

        message.Next = null;
        return false;
    }

    /// <summary>Takes everything, as a chain from the oldest to the newest.</summary>
    public SystemMessage? TakeAll() => IsEmpty ? null : Reversed(Interlocked.Exchange(ref _newest, null));

    /// <summary>Takes everything and lets nothing in any more.</summary>
    public SystemMessage? Close() => Reversed(Interlocked.Exchange(ref _newest, ClosedMark));

    private static SystemMessage? Reversed(SystemMessage? newestFirst)
    {
        SystemMessage? oldestFirst = null;
        while (newestFirst is not (null or Closed))
        {
            var next = newestFirst.Next;
            newestFirst.Next = oldestFirst;
            oldestFirst = newestFirst;
            newestFirst = next;
        }

        return oldestFirst;
    }

    private sealed class Closed : SystemMessage;
}
