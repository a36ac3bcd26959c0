using Party.Demand.Subscriptions;

namespace Party.Demo.CommandLine;

/// <summary>What the command line says.</summary>
internal sealed record DemoOptions
{
    /// <summary>How many words are produced; null for no end.</summary>
    public long? Events { get; init; }

    /// <summary>The seed of the random words; null for another one every time.</summary>
    public int? Seed { get; init; }

    /// <summary>A text file whose words are used, or <c>-</c> for standard input; null for random words.</summary>
    public string? Words { get; init; }

    /// <summary>Whether words are made for the partitions in demand.</summary>
    public bool IsAddressed { get; init; }

    /// <summary>The settings; null for the Party's own <c>party.conf</c>.</summary>
    public string? Config { get; init; }

    /// <summary>Words per second; null for as many as are demanded.</summary>
    public double? Rate { get; init; }

    public OutputKind Output { get; init; }

    public int? MaxDemand { get; init; }

    public int? MinDemand { get; init; }

    /// <summary>What becomes of words that a consumer fails on; null for what the settings say.</summary>
    public DeliveryMode? Delivery { get; init; }

    /// <summary>The scenario to play instead of the Party; null for the Party.</summary>
    public string? Scenario { get; init; }

    /// <summary>For how long a scenario plays; null for a few seconds.</summary>
    public int? Seconds { get; init; }

    /// <summary>Every so many words, a handler fails; null for never.</summary>
    public long? FailEvery { get; init; }
}
