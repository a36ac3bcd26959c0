using Akka.Configuration;

namespace Akka.TestKit.Tests;

/// <summary>A kit whose system keeps its log to itself and whose waits are short.</summary>
public abstract class QuietKit : Xunit2.TestKit
{
    private const string Quiet = """
        akka {
          stdout-loglevel = OFF
          loglevel = OFF
          test.single-expect-default = 2s
          test.filter-leeway = 2s
        }
        """;

    protected QuietKit(string config = "")
        : base(ConfigurationFactory.ParseString(config).WithFallback(ConfigurationFactory.ParseString(Quiet)))
    {
    }

    protected static TimeSpan Blink { get; } = TimeSpan.FromMilliseconds(20);

    protected static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Runs what must fail the test and gives back the text of the failure.</summary>
    protected static string FailureOf(Action action) => Assert.ThrowsAny<Xunit.Sdk.XunitException>(action).Message;

    /// <summary>Awaits what must fail the test and gives back the text of the failure.</summary>
    protected static async Task<string> FailureOf(Func<Task> action) =>
        (await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(action)).Message;

    protected void TellAll(params object[] messages)
    {
        foreach (var message in messages)
        {
            TestActor.Tell(message, TestActor);
        }
    }
}
