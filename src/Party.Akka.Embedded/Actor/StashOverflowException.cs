namespace Akka.Actor;

/// <summary>A stash was full.</summary>
public class StashOverflowException : AkkaException
{
    /// <summary>Says whose stash, and how much it holds.</summary>
    public StashOverflowException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
