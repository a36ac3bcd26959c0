namespace Party.Conformance.Stages.Models;

/// <summary>A buffer without bound: messages stand in line like events, and are counted like them.</summary>
public sealed class UnboundedBuffer : IBufferModel
{
    private readonly List<(object Item, bool IsMessage)> _line = [];

    public int Estimate => _line.Count;

    public int Store(List<object> events, List<string> passed)
    {
        _line.AddRange(events.Select(item => (item, false)));
        return 0;
    }

    public bool StoreUnlessEmpty(string message)
    {
        if (_line.Count == 0)
        {
            return false;
        }

        _line.Add((message, true));
        return true;
    }

    public bool Take(long count, List<object> events, List<string> passed)
    {
        if (_line.Count == 0)
        {
            return false;
        }

        while (events.Count < count && _line.Count > 0 && passed.Count == 0)
        {
            var (item, isMessage) = _line[0];
            _line.RemoveAt(0);
            if (isMessage)
            {
                passed.Add((string)item);
            }
            else
            {
                events.Add(item);
            }
        }

        return true;
    }
}
