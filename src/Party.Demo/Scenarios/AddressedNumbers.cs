using Party.Actors;
using Party.Demand.Dispatching;

namespace Party.Demo.Scenarios;

/// <summary>Makes for every partition the numbers that belong there, as many as that partition asks for.</summary>
/// <param name="options">With an addressed dispatcher, which sends number n to partition n mod count.</param>
/// <param name="count">How many partitions there are.</param>
internal sealed class AddressedNumbers(ProducerOptions<long> options, int count) : Producer<long>(options)
{
    private readonly long[] _next = [.. Enumerable.Range(0, count).Select(static partition => (long)partition)];

    protected override void HandleDemand(DemandIncrement demand)
    {
        foreach (var (partition, wanted) in demand.Partitions)
        {
            for (var made = 0; made < wanted; made++)
            {
                Emit(_next[partition]);
                _next[partition] += _next.Length;
            }
        }
    }
}
