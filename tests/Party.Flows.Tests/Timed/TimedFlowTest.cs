using System.Threading.Channels;
using Akka.Actor;
using Akka.TestKit;
using Party.Actors;
using Party.Demand.Dispatching;
using Party.Flows.Running;

namespace Party.Flows.Tests.Timed;

/// <summary>Flows in virtual time, whose sources and results the test has in hand.</summary>
public abstract class TimedFlowTest() : FlowTest(
    "akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
{
    private readonly Channel<string> _fired = Channel.CreateUnbounded<string>();

    /// <summary>The time, which stands still until a test advances it.</summary>
    protected TestScheduler Time => (TestScheduler)Sys.Scheduler;

    /// <summary>A moment so many seconds after some midnight.</summary>
    protected static DateTimeOffset At(double seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds);

    /// <summary>Seconds.</summary>
    protected static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>What a window is called in a test: when it begins, and what made it fire.</summary>
    protected static string Name(Firing firing) =>
        $"{(firing.Window.Start is { } start ? (start - At(0)).TotalSeconds : firing.Window.Number)} {firing.Trigger}";

    /// <summary>Sources that emit what they are told to.</summary>
    protected IActorRef[] StartSources(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Sys.ActorOf(Props.Create(() => new Teller())))];

    /// <summary>Starts a flow that says what fires, and waits until it has begun.</summary>
    /// <param name="flow">What it says.</param>
    /// <param name="stages">How many stages of its own it has.</param>
    protected FlowRun Start(Flow<string> flow, int stages)
    {
        var run = flow.Select(_fired.Writer.TryWrite).Start(Sys);
        StagesOf(run, stages);
        return run;
    }

    /// <summary>Expects what fires next, in order.</summary>
    protected async Task ExpectFired(params string[] expected)
    {
        foreach (var text in expected)
        {
            Assert.Equal(text, await _fired.Reader.ReadAsync().AsTask().WaitAsync(Patience));
        }
    }

    /// <summary>Expects what fires next, in any order.</summary>
    protected async Task ExpectFiredAnyhow(params string[] expected)
    {
        var fired = new List<string>();
        while (fired.Count < expected.Length)
        {
            fired.Add(await _fired.Reader.ReadAsync().AsTask().WaitAsync(Patience));
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), fired.Order(StringComparer.Ordinal));
    }

    /// <summary>Ends all sources, and expects nothing more than what is given.</summary>
    protected async Task ExpectEnd(FlowRun run, IEnumerable<IActorRef> sources, params string[] expected)
    {
        foreach (var source in sources)
        {
            source.Tell("end");
        }

        await run.Completion.WaitAsync(Patience);
        _fired.Writer.Complete();
        var rest = await _fired.Reader.ReadAllAsync().ToListAsync();
        Assert.Equal(expected.Order(StringComparer.Ordinal), rest.Order(StringComparer.Ordinal));
    }

    private sealed class Teller : Producer<Note>
    {
        public Teller()
            : base(new() { DemandMode = DemandMode.Forward })
        {
            Receive<Note>(note => Emit(note));
            Receive<string>(_ => StopWhenConfirmed(Party.Actors.Protocol.EndReason.Normal));
        }

        protected override void HandleDemand(DemandIncrement demand)
        {
        }
    }
}
