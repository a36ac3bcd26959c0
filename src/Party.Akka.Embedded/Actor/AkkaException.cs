namespace Akka.Actor;

/// <summary>The base of what the runtime throws.</summary>
public abstract class AkkaException : Exception
{
    /// <summary>For exceptions that say everything by their type.</summary>
    protected AkkaException()
    {
    }

    /// <summary>Says what happened, and what brought it about.</summary>
    protected AkkaException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>What brought this about; the same as <see cref="Exception.InnerException"/>.</summary>
    protected Exception? Cause => InnerException;
}
