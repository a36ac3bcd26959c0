using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;

namespace Party.Samples.Tests;

/// <summary>A sample's stages under virtual time, with its output in hand.</summary>
public abstract class SampleTest : TestKit
{
    private const string Virtual = """
        akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
        akka.loglevel = WARNING
        akka.stdout-loglevel = OFF
        """;

    private readonly StringWriter _lines = new();

    protected SampleTest(string config = "")
        : base(ConfigurationFactory.ParseString(config + Environment.NewLine + Virtual)) =>
        Screen = TextWriter.Synchronized(_lines);

    /// <summary>What the sample prints to.</summary>
    protected TextWriter Screen { get; }

    /// <summary>What it has printed, line by line.</summary>
    protected string[] Lines
    {
        get
        {
            lock (Screen)
            {
                return _lines.ToString().Split(Screen.NewLine, StringSplitOptions.RemoveEmptyEntries);
            }
        }
    }

    /// <summary>Waits for the end of stages.</summary>
    protected void ExpectEnd(params ReadOnlySpan<IActorRef> stages)
    {
        foreach (var stage in stages)
        {
            Watch(stage);
            ExpectTerminated(stage);
        }
    }

    /// <summary>What begins with a word, without it.</summary>
    protected IEnumerable<string> LinesOf(string name) => Lines
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => line[(name.Length + 2)..]);
}
