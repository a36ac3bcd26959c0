namespace Akka.Actor;

/// <summary>The context with behaviours that always handle the message.</summary>
public interface IUntypedActorContext : IActorContext
{
    /// <summary>Handles the next messages by <paramref name="receive"/> instead of the present behaviour.</summary>
    void Become(UntypedReceive receive);

    /// <summary>Like <see cref="Become(UntypedReceive)"/>, keeping the present behaviour below.</summary>
    void BecomeStacked(UntypedReceive receive);
}
