using System.Globalization;
using Party.Demand.Ledgers;
using Party.Storms.Scenarios;

namespace Party.Storms.Stages;

/// <summary>What of a stage outlives its restarts, and what the laws look at.</summary>
internal sealed class StageState(StagePlan plan)
{
    public StagePlan Plan => plan;

    /// <summary>The books; null until the stage has started, and of a consumer.</summary>
    public Func<ProducerBooks>? Books { get; set; }

    /// <summary>Its number among the producers, which its events tell.</summary>
    public int Number => int.Parse(plan.Name.AsSpan(1), CultureInfo.InvariantCulture);

    /// <summary>How many events it has made.</summary>
    public int Made { get; set; }

    public bool IsExhausted => Made >= plan.Limit;

    public bool IsAccumulating { get; set; }

    /// <summary>Whether the next batch is to fail.</summary>
    public bool IsToFail { get; set; }

    /// <summary>All that it handled, in order.</summary>
    public List<Handled> Handled { get; } = [];

    /// <summary>How many of them came from each stage.</summary>
    public Dictionary<string, long> HandledFrom { get; } = [];

    /// <summary>An event of its own, which tells where it comes from.</summary>
    public int Make() => (Number * 1_000_000) + Made++;

    public void FailIfTold()
    {
        if (IsToFail)
        {
            IsToFail = false;
            throw new StormException(plan.Name);
        }
    }
}
