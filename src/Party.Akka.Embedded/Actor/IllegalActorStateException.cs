namespace Akka.Actor;

/// <summary>An actor asked for something that makes no sense now, such as stashing one message twice.</summary>
public class IllegalActorStateException : AkkaException
{
    /// <summary>Says what was asked for, and what stood against it.</summary>
    public IllegalActorStateException(string message)
        : base(message)
    {
    }
}
