using Akka.Actor;

namespace Party.Simulation.Faulting;

/// <summary>What is on its way from one actor to another, oldest first: no message overtakes an earlier one.</summary>
internal sealed class Link
{
    private readonly Queue<Envelope> _onTheWay = new();
    private TimeSpan _last;

    public bool IsEmpty => _onTheWay.Count == 0;

    /// <summary>Sends a message on its way.</summary>
    /// <returns>When it arrives: not before <paramref name="earliest"/>, nor before the one ahead of it.</returns>
    public TimeSpan Add(Envelope envelope, TimeSpan earliest)
    {
        _onTheWay.Enqueue(envelope);
        return _last = earliest > _last ? earliest : _last;
    }

    public Envelope Arrive() => _onTheWay.Dequeue();
}
