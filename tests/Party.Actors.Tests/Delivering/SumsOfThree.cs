namespace Party.Actors.Tests.Delivering;

/// <summary>Emits the sum of every three events, and holds the batch that the rest came in.</summary>
internal sealed class SumsOfThree(SubscribeTo to) : ProducerConsumer<int, int>(to)
{
    private readonly List<int> _rest = [];
    private readonly List<HeldBatch> _held = [];

    protected override Holding Holding => new(AtMost: 3);

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        foreach (var item in events)
        {
            _rest.Add(item);
            if (_rest.Count == 3)
            {
                Emit(_rest.Sum());
                _rest.Clear();
                _held.ForEach(Release);
                _held.Clear();
            }
        }

        if (_rest.Count > 0)
        {
            _held.Add(Hold());
        }
    }
}
