using Party.Demand.Dispatching;
using Party.Demo.Words;

namespace Party.Demo.Stages;

/// <summary>Makes words for the partitions that are in demand, each from a stream of its own.</summary>
internal sealed class AddressedProducer(PartyRun run, AddressedWords words) : PacedProducer(run, isAddressed: true)
{
    private readonly long[] _owed = new long[run.Settings.Partitions.Length];

    protected override bool IsExhausted => words.IsExhausted;

    protected override void HandleDemand(DemandIncrement demand)
    {
        Run.Output.Asked(demand);
        foreach (var (partition, count) in demand.Partitions)
        {
            _owed[partition] += count;
        }

        Supply();
    }

    // One word for each in turn, so that a slow pace is shared fairly.
    protected override void Pay()
    {
        for (var hasPaid = true; hasPaid;)
        {
            hasPaid = false;
            for (var partition = 0; partition < _owed.Length; partition++)
            {
                if (_owed[partition] > 0 && words.HasNext(partition) && Run.Pace.TryStep())
                {
                    _owed[partition]--;
                    Emit(words.Next(partition));
                    hasPaid = true;
                }
            }
        }
    }
}
