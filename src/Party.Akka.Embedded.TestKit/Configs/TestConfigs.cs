using Akka.Configuration;

namespace Akka.TestKit.Configs;

/// <summary>The configurations that a kit lays below what a test gives it.</summary>
public static class TestConfigs
{
    /// <summary>The kit's own settings, as <c>akka.testkit.reference.conf</c> explains them.</summary>
    public static Config DefaultConfig { get; } =
        ConfigurationFactory.FromResource("akka.testkit.reference.conf", typeof(TestConfigs).Assembly);

    /// <summary>The same on virtual time: the system's scheduler is a <see cref="TestScheduler"/>.</summary>
    public static Config TestSchedulerConfig { get; } = ConfigurationFactory
        .ParseString("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
        .WithFallback(DefaultConfig);
}
