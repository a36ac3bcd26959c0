using Akka.Configuration;
using Akka.TestKit.Xunit2;

namespace Party.Flows.Tests;

/// <summary>Flows under test.</summary>
public abstract class FlowTest() : TestKit(ConfigurationFactory.ParseString("""
    akka.loglevel = WARNING
    akka.stdout-loglevel = OFF
    akka.loggers = ["Akka.TestKit.TestEventListener, Akka.TestKit"]
    """))
{
    /// <summary>How long a test waits for a flow that should end by itself.</summary>
    protected static TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    /// <summary>What comes of a flow, in order of size.</summary>
    protected async Task<List<TEvent>> Sorted<TEvent>(Flow<TEvent> flow) =>
        [.. (await Run(flow)).Order()];

    /// <summary>What comes of a flow.</summary>
    protected Task<List<TEvent>> Run<TEvent>(Flow<TEvent> flow) => flow.ToListAsync(Sys).WaitAsync(Patience);
}
