using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs messages that their recipients did not know what to do with.</summary>
internal sealed class UnhandledMessageListener : ActorBase
{
    protected override bool Receive(object message)
    {
        if (message is UnhandledMessage unhandled)
        {
            Context.System.EventStream.Publish(new Debug(
                unhandled.Recipient.Path.ToString(), unhandled.Recipient.GetType(), "Unhandled message from "
                    + $"{unhandled.Sender} : {unhandled.Message}"));
        }

        return true;
    }
}
