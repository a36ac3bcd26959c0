using System.Threading.Channels;
using Akka.Actor;
using Party.Flows.Running;
using Party.Flows.Windows;

namespace Party.Flows.Tests.Timed;

/// <summary>Windows in stages that are actors.</summary>
public sealed class WindowFlowTests : TimedFlowTest
{
    private static readonly FlowOptions One = new() { Stages = 1 };

    private readonly Channel<Note> _arrived = Channel.CreateUnbounded<Note>();

    [Fact]
    public async Task A_source_that_lags_holds_windows_open()
    {
        var sources = StartSources(2);
        var run = Start(Listed(Arriving(sources, One), Window.Fixed<Note>(Seconds(10), note => note.Time)), 1);

        await Send(sources[0], new("a", 1), new("b", 12), new("c", 25));
        await Send(sources[1], new Note("d", 3));
        await Send(sources[1], new Note("e", 11));
        await ExpectFired("0 done: ad");

        await Send(sources[1], new Note("f", 21));
        await ExpectFired("10 done: be");
        await ExpectEnd(run, sources, "20 done: cf");
    }

    [Fact]
    public async Task A_source_that_falls_silent_stops_holding_them()
    {
        var sources = StartSources(2);
        var window = Window.Fixed<Note>(Seconds(10), note => note.Time) with { IdleTimeout = Seconds(60) };
        var run = Start(Listed(Arriving(sources, One), window), 1);

        await Send(sources[1], new Note("a", 1));
        Time.Advance(Seconds(30));
        await Send(sources[0], new("b", 2), new("c", 15));
        Time.Advance(Seconds(30));
        await ExpectFired("0 done: ab");

        // It is late now: the watermark never goes back.
        await Send(sources[1], new Note("d", 3));
        await ExpectEnd(run, sources, "10 done: c");
    }

    [Fact]
    public async Task A_source_that_ends_stops_holding_them()
    {
        var sources = StartSources(2);
        var run = Start(Listed(Arriving(sources, One), Window.Fixed<Note>(Seconds(10), note => note.Time)), 1);

        await Send(sources[0], new("a", 1), new("b", 12));
        sources[1].Tell("end");
        await ExpectFired("0 done: a");
        await ExpectEnd(run, [sources[0]], "10 done: b");
    }

    [Fact]
    public async Task Windows_of_several_stages_are_merged_in_order()
    {
        var sources = StartSources(2);
        var flow = Arriving(sources, new() { Stages = 3 })
            .PartitionBy(note => note.Name)
            .Window(Window.Fixed<Note>(Seconds(10), note => note.Time))
            .Aggregate(0, (count, _) => count + 1)
            .Departition(
                () => 0,
                (sum, count) => sum + count,
                (sum, window) => $"{(window.Start - At(0))?.TotalSeconds}: {sum}");
        var run = Start(flow, 7);

        for (var second = 0; second < 30; second++)
        {
            await Send(sources[second % 2], new Note($"{second}", second));
        }

        await ExpectEnd(run, sources, "0: 10", "10: 10", "20: 10");
    }

    [Fact]
    public async Task What_is_late_is_counted_and_put_aside()
    {
        var late = new List<Note>();
        var reports = new List<FlowProgress>();
        var sources = StartSources(1);
        var window = Window.Fixed<Note>(Seconds(10), note => note.Time) with
        {
            AllowedLateness = Seconds(5),
            Late = SideOutput.To(late),
        };
        var told = Channel.CreateUnbounded<string>();
        var run = Listed(Arriving(sources, One), window).Select(told.Writer.TryWrite)
            .Start(Sys, new() { Progress = new Told(reports) });
        StagesOf(run, 1);

        await Send(sources[0], new("a", 1), new("b", 12), new("c", 3), new("d", 15), new("e", 4), new("f", 11));
        sources[0].Tell("end");
        await run.Completion.WaitAsync(Patience);

        told.Writer.Complete();
        Assert.Equal(
            ["0 watermark: a", "0 done: ac", "10 done: bdf"], await told.Reader.ReadAllAsync().ToListAsync());
        Assert.Equal([new("e", 4)], late);
        Assert.Equal((1, 1), (window.Late.Count, reports[^1].Late));
    }

    [Fact]
    public async Task Periods_of_processing_time_are_windows()
    {
        var sources = StartSources(1);
        var run = Start(Listed(Arriving(sources, One), Window.Periodic<Note>(Seconds(10))), 1);

        await Send(sources[0], new("a", 0), new("b", 0));
        Time.Advance(Seconds(10));
        await ExpectFired("0 done: ab");
        Time.Advance(Seconds(10));
        await Send(sources[0], new Note("c", 0));
        Time.Advance(Seconds(10));
        await ExpectFired("2 done: c");
        await ExpectEnd(run, sources);
    }

    [Fact]
    public async Task A_window_fires_periodically_where_it_has_changed()
    {
        var sources = StartSources(1);
        var window = Window.Global<Note>().TriggerPeriodically(Seconds(10));
        var run = Start(Listed(Arriving(sources, One), window), 1);

        await Send(sources[0], new Note("a", 0));
        Time.Advance(Seconds(10));
        await ExpectFired("0 periodically:00:00:10: a");
        Time.Advance(Seconds(10));
        await Send(sources[0], new Note("b", 0));
        Time.Advance(Seconds(10));
        await ExpectFired("0 periodically:00:00:10: ab");
        await ExpectEnd(run, sources);
    }

    [Fact]
    public async Task A_window_fires_at_every_count_and_may_forget()
    {
        var sources = StartSources(1);
        var window = Window.Global<Note>().TriggerEvery(2) with { Accumulation = Accumulation.Discard };
        var run = Start(Listed(Arriving(sources, One), window), 1);

        await Send(sources[0], new("a", 0), new("b", 0), new("c", 0), new("d", 0), new("e", 0));
        await ExpectFired("0 every:2: ab", "0 every:2: cd");
        await ExpectEnd(run, sources, "0 done: e");
    }

    [Fact]
    public async Task An_event_is_in_every_window_that_slides_over_it()
    {
        var sources = StartSources(1);
        var window = Window.Sliding<Note>(Seconds(10), Seconds(5), note => note.Time);
        var run = Start(Listed(Arriving(sources, One), window), 1);

        await Send(sources[0], new("a", 1), new("b", 6), new("c", 21));
        await ExpectFired("-5 done: a", "0 done: ab", "5 done: b");
        await ExpectEnd(run, sources, "15 done: c", "20 done: c");
    }

    [Fact]
    public async Task Sessions_are_kept_by_key_in_whichever_stage()
    {
        var sources = StartSources(2);
        var window = Window.Session<Note, char>(Seconds(5), note => note.Time, note => note.Key);
        var flow = Arriving(sources, new() { Stages = 3 })
            .PartitionBy(note => note.Key)
            .Window(window)
            .Aggregate<string[]>([], (names, note) => [.. names, note.Name], (one, other) => [.. one, .. other])
            .OnTrigger<string>((names, firing) => (
                [$"{firing.Window.Key}: {string.Concat(names.Order(StringComparer.Ordinal))}"], names));
        var run = Start(flow, 6);

        await Send(sources[0], new("a1", 1), new("b1", 2), new("a2", 9), new("c1", 3), new("a3", 5));
        await Send(sources[0], new Note("b2", 20));

        await ExpectEnd(run, sources, "a: a1a2a3", "b: b1", "b: b2", "c: c1");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sessions_of_several_stages_are_emitted_one_by_one(bool fires)
    {
        var sources = StartSources(1);
        var window = Window.Session<Note>(Seconds(5), note => note.Time);
        var flow = Arriving(sources, new() { Stages = 1 })
            .Partition(note => note.Key - 'a', new() { Stages = 2 })
            .Window(fires ? window.TriggerEvery(1) with { Accumulation = Accumulation.Discard } : window)
            .Aggregate("", (names, note) => names + note.Name, (one, other) => one + other)
            .Departition(
                () => "",
                (all, names) => all + names,
                (all, opened) => $"{(opened.End - opened.Start)?.TotalSeconds}: {all}");
        var run = Start(flow, 4);

        await Send(sources[0], new("a1", 1), new("b1", 1), new("a2", 3), new("b2", 3));

        await ExpectEnd(run, sources, "7: a1a2", "7: b1b2");
    }

    private Flow<Note> Arriving(IEnumerable<IActorRef> sources, FlowOptions options) =>
        Flow.FromProducers<Note>(sources, options).Where(_arrived.Writer.TryWrite);

    private static Flow<string> Listed(Flow<Note> flow, Window<Note> window) => flow
        .Window(window)
        .Aggregate("", (names, note) => names + note.Name, (one, other) => one + other)
        .OnTrigger<string>((names, firing) => ([$"{Name(firing)}: {names}"], names));

    // Waits until they have come to their stage, so that they come before what is sent next.
    private async Task Send(IActorRef source, params Note[] notes)
    {
        foreach (var note in notes)
        {
            source.Tell(note);
            Assert.Equal(note, await _arrived.Reader.ReadAsync().AsTask().WaitAsync(Patience));
        }
    }

    private sealed class Told(List<FlowProgress> reports) : IProgress<FlowProgress>
    {
        public void Report(FlowProgress value) => reports.Add(value);
    }
}
