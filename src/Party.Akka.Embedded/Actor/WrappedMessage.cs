namespace Akka.Actor;

/// <summary>Looks into messages that carry others.</summary>
public static class WrappedMessage
{
    /// <summary>The innermost message; the message itself where it carries none.</summary>
    public static object Unwrap(object message)
    {
        while (message is IWrappedMessage wrapped)
        {
            message = wrapped.Message;
        }

        return message;
    }
}
