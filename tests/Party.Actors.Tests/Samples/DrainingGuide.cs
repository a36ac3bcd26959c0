using System.Runtime.InteropServices;
using Akka.Actor;

namespace Party.Actors.Tests.Samples;

/// <summary>The examples of docs/guides/draining.md, and proof that they do what it says.</summary>
public sealed class DrainingGuide : StageTest
{
    [Fact]
    public async Task All_that_was_made_is_handled_and_the_stages_stop()
    {
        var (orders, packing) = StartStages(static _ => { });
        Watch(packing);

        var pipeline = new Pipeline(Sys, orders, packing);
        var report = await pipeline.DrainAsync(TimeSpan.FromSeconds(10));

        Assert.True(report is { IsComplete: true, IsClosed: true }, report.ToString());
        Assert.Matches(
            @"^/user/orders: drained, (\d+) produced = \1 handled \+ 0 waiting \+ 0 discarded$",
            report.Stages[0].ToString());
        Assert.Equal("/user/packing: drained", report.Stages[1].ToString());
        ExpectTerminated(packing);
    }

    [Fact]
    public async Task The_end_of_the_actor_system_waits_for_the_pipeline()
    {
        var (orders, packing) = StartStages(static _ => { });
        var lines = new List<string>();

        var pipeline = new Pipeline(Sys, orders, packing);
        pipeline.DrainOnShutdown(TimeSpan.FromSeconds(4), report => lines.Add(report.ToString()));

        await Sys.Terminate().WaitAsync(Patience);
        Assert.StartsWith("/user/orders: drained", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_signal_ends_it_at_once()
    {
        using var release = new ManualResetEventSlim();
        using var atWork = new SemaphoreSlim(0);
        var (orders, packing) = StartStages(_ =>
        {
            atWork.Release();
            release.Wait();
        });
        Assert.True(await atWork.WaitAsync(Patience));
        var pipeline = new Pipeline(Sys, orders, packing);
        var signals = 0;
        var ended = new TaskCompletionSource<DrainReport>();

        void OnSignal(PosixSignalContext signal)
        {
            signal.Cancel = true;
            Report(Interlocked.Increment(ref signals) == 1
                ? pipeline.DrainAsync(TimeSpan.FromMinutes(1))
                : pipeline.AbandonAsync());
        }

        async void Report(Task<DrainReport> draining) => ended.TrySetResult(await draining);

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);

        OnSignal(new PosixSignalContext(PosixSignal.SIGINT));
        Assert.False(ended.Task.IsCompleted);
        OnSignal(new PosixSignalContext(PosixSignal.SIGINT));
        var report = await ended.Task.WaitAsync(Patience);
        release.Set();

        Assert.Matches(
            @"^/user/orders: abandoned, 4 produced = 0 handled \+ 0 waiting \+ 4 discarded; "
            + @"4 abandoned on the way to /user/packing \(0\)$",
            report.Stages[0].ToString());
        Assert.Equal("/user/packing: silent", report.Stages[1].ToString());
    }

    [Fact]
    public async Task What_a_stage_keeps_back_is_emitted_at_the_end()
    {
        var test = TestActor;
        var lines = Sys.ActorOf(Props.Create(() => new Lines()));
        var pages = Sys.ActorOf(Props.Create(() => new Pages(new SubscribeTo(lines))));
        var printer = Sys.ActorOf(Consumer.Props<string>(batch => test.Tell(batch[0]), new SubscribeTo(pages)));
        await AwaitConditionAsync(async () => await pages.Ask<int>("lines", Patience) == 2);

        await new Pipeline(Sys, lines, pages, printer).DrainAsync(TimeSpan.FromSeconds(10));

        ExpectMsg("1 2");
    }

    private (IActorRef Orders, IActorRef Packing) StartStages(Action<int> pack)
    {
        var next = 0;
        var orders = Sys.ActorOf(Producer.Props(count => Enumerable.Range((next += count) - count, count)), "orders");
        var packing = Consumer.Props<int>(
            batch => pack(batch.Length), new SubscribeTo(orders, new() { MaxDemand = 4, MinDemand = 0 }));
        return (orders, Sys.ActorOf(packing, "packing"));
    }

    private sealed class Lines : Producer<int>
    {
        protected override void PreStart() => Emit([1, 2]);

        protected override void HandleDemand(Demand.Dispatching.DemandIncrement demand)
        {
        }
    }

    private sealed class Pages : ProducerConsumer<int, string>
    {
        private readonly List<int> _page = [];

        public Pages(SubscribeTo lines)
            : base(lines) => Receive<string>(_ => Sender.Tell(_page.Count));

        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
            _page.AddRange(events);
            if (_page.Count >= 3)
            {
                EmitPage();
            }
        }

        protected override void OnDraining()
        {
            if (_page.Count > 0)
            {
                EmitPage();
            }
        }

        private void EmitPage()
        {
            Emit(string.Join(' ', _page));
            _page.Clear();
        }
    }
}
