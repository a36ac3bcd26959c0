namespace Akka.Actor;

/// <summary>Nothing came for as long as <see cref="IActorContext.SetReceiveTimeout"/> allows.</summary>
public class ReceiveTimeout : IPossiblyHarmful
{
    private ReceiveTimeout()
    {
    }

    /// <summary>The only instance.</summary>
    public static ReceiveTimeout Instance { get; } = new();
}
