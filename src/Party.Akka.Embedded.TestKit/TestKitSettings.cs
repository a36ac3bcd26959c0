using Akka.Actor;
using Akka.Configuration;

namespace Akka.TestKit;

/// <summary>The section <c>akka.test</c> of a system's configuration.</summary>
public class TestKitSettings : IExtension
{
    private int _testActors;

    /// <summary>Reads the section out of a whole configuration.</summary>
    public TestKitSettings(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        DefaultTimeout = config.GetTimeSpan("akka.test.default-timeout", TimeSpan.FromSeconds(5));
        SingleExpectDefault = config.GetTimeSpan("akka.test.single-expect-default", TimeSpan.FromSeconds(3));
        TestEventFilterLeeway = config.GetTimeSpan("akka.test.filter-leeway", TimeSpan.FromSeconds(3));
        TestTimeFactor = config.GetDouble("akka.test.timefactor", 1);
        LogTestKitCalls = config.GetBoolean("akka.test.testkit.debug");

        if (TestTimeFactor <= 0)
        {
            throw new ConfigurationException(
                $"Expected akka.test.timefactor to be more than 0, got {TestTimeFactor}. 1.0 is usual.");
        }
    }

    /// <summary>How long latches, barriers and the shutdown wait.</summary>
    /// <value>5 s; <c>akka.test.default-timeout</c>.</value>
    public TimeSpan DefaultTimeout { get; }

    /// <summary>How long an expectation waits that names no time and stands in no <c>Within</c> block.</summary>
    /// <value>3 s; <c>akka.test.single-expect-default</c>.</value>
    public TimeSpan SingleExpectDefault { get; }

    /// <summary>How long an event filter waits for its events after the action has ended.</summary>
    /// <value>3 s; <c>akka.test.filter-leeway</c>.</value>
    public TimeSpan TestEventFilterLeeway { get; }

    /// <summary>What every waiting time is multiplied by.</summary>
    /// <value>1.0; <c>akka.test.timefactor</c>.</value>
    public double TestTimeFactor { get; }

    /// <summary>Whether the kit logs, at debug level, what it waits for and receives.</summary>
    /// <value>False; <c>akka.test.testkit.debug</c>.</value>
    public bool LogTestKitCalls { get; }

    internal string NextTestActorName() => $"testActor{Interlocked.Increment(ref _testActors)}";
}
