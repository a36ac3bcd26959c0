using Party.Flows.Windows;
using static Party.Flows.Tests.Windows.Spans;

namespace Party.Flows.Tests.Windows;

/// <summary>Random events of three upstreams, put into windows in three ways.</summary>
public sealed class WindowWalkTests
{
    private const int Upstreams = 3;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void However_events_are_batched_the_same_fires(int seed)
    {
        var random = new Random(seed);
        var window = AnyWindow(random);
        var script = AnyScript(random);

        var singly = Play(window, script, static _ => 1);
        var whole = Play(window, script, static length => length);
        var split = Play(window, script, length => random.Next(1, length + 1));

        Assert.Equal(singly, whole);
        Assert.Equal(singly, split);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_event_is_in_its_fixed_window_or_late(int seed)
    {
        var random = new Random(seed);
        var script = AnyScript(random);
        var window = Fixed(random.Next(1, 20)) with { AllowedLateness = Seconds(random.Next(0, 10)) };
        var desk = new Desk(window, Upstreams);

        foreach (var (upstream, batch) in script)
        {
            desk.Receive(batch, upstream);
        }

        desk.End();
        Assert.Equal(script.Sum(static step => step.Batch.Length), desk.Recorder.Fed + desk.Late.Length);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_told_at_the_end_is_what_a_plain_model_says(int seed)
    {
        var random = new Random(seed);
        var size = random.Next(1, 20);
        var lateness = random.Next(0, 3) * 5;
        var script = AnyScript(random);
        var desk = new Desk(
            Fixed(size) with { AllowedLateness = Seconds(lateness), FinalFiring = FinalFiring.Always }, Upstreams);

        string[] fired = [.. script.SelectMany(step => desk.Receive(step.Batch, step.Upstream)), .. desk.End()];

        var (windows, late) = Model(script, size, lateness);
        Assert.Equal(
            windows.OrderBy(static window => window.Key).Select(static window => $"{window.Key} done: {window.Value}"),
            fired.Where(static line => line.Contains(" done:", StringComparison.Ordinal)));
        Assert.Equal(late, desk.Late);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sessions_are_the_events_that_a_plain_model_joins(int seed)
    {
        var random = new Random(seed);
        var gap = random.Next(1, 12);
        var script = AnyScript(random);
        var desk = new Desk(SessionByCase(gap) with { AllowedLateness = TimeSpan.FromDays(1) }, Upstreams);

        foreach (var (upstream, batch) in script)
        {
            desk.Receive(batch, upstream);
        }

        desk.End();
        Assert.Empty(desk.Late);
        Assert.Equal(
            ModelSessions(script.SelectMany(static step => step.Batch), gap).Order(StringComparer.Ordinal),
            desk.Recorder.Closed.Select(static window => $"{window.Key}{window.Start:HHmmss}-{window.End:HHmmss}")
                .Order(StringComparer.Ordinal));
    }

    private static Window<Item> AnyWindow(Random random)
    {
        var lateness = Seconds(random.Next(0, 3) * 7);
        var size = random.Next(1, 20);
        Window<Item> window = random.Next(0, 5) switch
        {
            0 => Fixed(size) with { AllowedLateness = lateness },
            1 => Fixed(size) with { AllowedLateness = lateness, EmptyWindows = EmptyWindows.Fire },
            2 => Sliding(size, random.Next(1, size + 1)) with { AllowedLateness = lateness },
            3 => Session(random.Next(1, 8)) with { AllowedLateness = lateness },
            _ => SessionByCase(random.Next(1, 8)) with { AllowedLateness = lateness },
        };
        window = window with
        {
            FinalFiring = (FinalFiring)random.Next(0, 2),
            Accumulation = (Accumulation)random.Next(0, 2),
        };
        return random.Next(0, 2) == 0 ? window : window.TriggerEvery(random.Next(1, 6));
    }

    private static List<(int Upstream, Item[] Batch)> AnyScript(Random random)
    {
        var clocks = new double[Upstreams];
        var name = 0;
        return [.. Enumerable.Range(0, 30).Select(_ =>
        {
            var upstream = random.Next(Upstreams);
            var batch = new Item[random.Next(1, 12)];
            foreach (ref var item in batch.AsSpan())
            {
                clocks[upstream] += random.Next(20) == 0 ? 60 : random.Next(0, 3);
                var letter = (char)((random.Next(2) == 0 ? 'a' : 'A') + (name++ % 26));
                item = new(letter, Math.Max(0, clocks[upstream] - (random.Next(4) == 0 ? random.Next(0, 40) : 0)));
            }

            return (upstream, batch);
        })];
    }

    private static List<string> Play(
        Window<Item> window, List<(int Upstream, Item[] Batch)> script, Func<int, int> lengthOf)
    {
        var desk = new Desk(window, Upstreams);
        var told = new List<string>();
        foreach (var (upstream, batch) in script)
        {
            for (var index = 0; index < batch.Length;)
            {
                var length = lengthOf(batch.Length - index);
                told.AddRange(desk.Receive(batch.AsSpan(index, length), upstream));
                index += length;
            }
        }

        for (var upstream = 0; upstream < Upstreams; upstream++)
        {
            told.AddRange(desk.End(upstream));
        }

        return [.. told, .. desk.End(), $"late: {desk.Late}", $"opened: {desk.Recorder.Opened}"];
    }

    // Lists, a minimum, no cleverness: an event of a window that the watermark has passed is late.
    private static (Dictionary<long, string> Windows, string Late) Model(
        List<(int Upstream, Item[] Batch)> script, int size, int lateness)
    {
        var (windows, late) = (new Dictionary<long, string>(), "");
        var times = Enumerable.Repeat(double.NegativeInfinity, Upstreams).ToArray();
        foreach (var (upstream, batch) in script)
        {
            foreach (var item in batch)
            {
                times[upstream] = Math.Max(times[upstream], item.Seconds);
                var number = (long)Math.Floor(item.Seconds / size);
                if (((number + 1) * size) + lateness <= times.Min())
                {
                    late += item.Name;
                }
                else
                {
                    windows[number] = windows.GetValueOrDefault(number) + item.Name;
                }
            }
        }

        return (windows, late);
    }

    private static IEnumerable<string> ModelSessions(IEnumerable<Item> events, int gap)
    {
        foreach (var ofKey in events.GroupBy(static item => item.IsUpper ? "U" : "l"))
        {
            var times = ofKey.Select(static item => item.Seconds).Order().ToList();
            var start = times[0];
            for (var index = 0; index < times.Count; index++)
            {
                if (index + 1 == times.Count || times[index + 1] - times[index] >= gap)
                {
                    yield return $"{ofKey.Key}{Item.At(start):HHmmss}-{Item.At(times[index] + gap):HHmmss}";
                    start = index + 1 < times.Count ? times[index + 1] : 0;
                }
            }
        }
    }
}
