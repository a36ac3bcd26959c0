using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs messages that their recipients did not know what to do with.</summary>
internal sealed class UnhandledMessageForwarder : ActorBase
{
    protected override bool Receive(object message)
    {
        if (message is not UnhandledMessage unhandled)
        {
            return false;
        }

        var sender = unhandled.Sender is { } known ? known.Path.ToString() : "NoSender";
        Context.System.EventStream.Publish(new Debug(
            unhandled.Recipient.Path.ToString(),
            unhandled.Recipient.GetType(),
            $"Unhandled message from {sender} : {unhandled.Message}"));
        return true;
    }
}
