namespace Akka.Dispatch.SystemMessages;

/// <summary>System messages to an actor that has ended: a watcher gets its answer, the rest is dropped.</summary>
internal static class DeadSystemMessages
{
    public static void Bury(SystemMessage message)
    {
        if (message is Watch watch)
        {
            watch.Watcher.SendSystemMessage(new DeathWatchNotification(watch.Watchee, existenceConfirmed: false));
        }
    }

    public static void BuryAll(SystemMessage? oldest)
    {
        while (oldest is not null)
        {
            var next = oldest.Next;
            oldest.Next = null;
            Bury(oldest);
            oldest = next;
        }
    }
}
