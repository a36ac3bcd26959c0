using Akka.Actor;
using Party.Simulation.Tracing;

namespace Party.Simulation.Faulting;

/// <summary>Loses or delays messages from one actor to another.</summary>
/// <param name="From">The sender's path, <c>nobody</c>, or <c>*</c> for whoever it is.</param>
/// <param name="To">The receiver's path, or <c>*</c>.</param>
/// <param name="Delay">How long messages take; null for those that never arrive.</param>
/// <param name="Messages">How many messages it happens to.</param>
/// <param name="Which">Which messages it happens to; null for all.</param>
internal sealed record LinkFault(string From, string To, TimeSpan? Delay, int Messages, Func<object, bool>? Which)
{
    private int _hit;

    public bool IsUsed => _hit > 0;

    public bool Hits(IActorRef receiver, Envelope envelope)
    {
        var hits = _hit < Messages
            && Fits(From, envelope.Sender)
            && Fits(To, receiver)
            && Which?.Invoke(envelope.Message) != false;
        _hit += hits ? 1 : 0;
        return hits;
    }

    public override string ToString() =>
        $"{(Delay is null ? "drop" : "delay")} from {From} to {To}: no such message came";

    private static bool Fits(string pattern, IActorRef actor) => pattern == "*" || pattern == Names.Of(actor);
}
