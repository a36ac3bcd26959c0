using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Runtime;

/// <summary>The actor runtime by itself, each shape beside the same on channels, as a table for the docs.</summary>
internal static class RuntimeCase
{
    // Akka.NET 1.5.30 on a machine where a channel hop and back takes 0.23 µs.
    private const double AkkaSpawns = 54_000;
    private const double AkkaMachineHop = 0.23;

    public static void Run(Settings settings)
    {
        Console.WriteLine("| shape | actors | channels | actors to channels | actors allocate | reach |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var hop = Latency(settings);
        foreach (var inFlight in new[] { 1, 200 })
        {
            Throughput(
                $"ping-pong, {inFlight} in flight",
                new PingPongChannels(inFlight),
                new PingPongActors(inFlight),
                settings.Messages / 2,
                settings,
                inFlight == 1 ? "2 times" : "");
        }

        foreach (var (name, senders) in new[] { ("one", 1), ("two", 2), ("four", 4) })
        {
            Throughput(
                $"{name} to one",
                new FloodChannels(senders),
                new FloodActors(senders),
                settings.Messages,
                settings,
                senders == 1 ? "level" : "");
        }

        Spawns(settings, hop);
        Idle(settings);
    }

    private static double Latency(Settings settings)
    {
        using var tell = new TellTraveller();
        using var ask = new AskTraveller();
        using var channel = new ChannelTraveller();
        var trips = Trips.Interleave([channel, tell, ask], settings.Trips, settings.Rounds);
        foreach (var trip in trips.Skip(1))
        {
            Row(
                $"{trip.Name} and back, p50",
                $"{trip.P50:0.00} µs",
                $"{trips[0].P50:0.00} µs",
                $"{trip.P50 / trips[0].P50:0.00}",
                "",
                trip.Name == "Tell" ? "0.5" : "");
            Row(
                $"{trip.Name} and back, p99",
                $"{trip.P99:0.00} µs",
                $"{trips[0].P99:0.00} µs",
                $"{trip.P99 / trips[0].P99:0.00}",
                "",
                "");
        }

        return trips[0].P50;
    }

    private static void Throughput(
        string shape, IContender channels, IContender actors, long count, Settings settings, string reach)
    {
        using (channels)
        using (actors)
        {
            var results = Rounds.Interleave([channels, actors], count, settings.Rounds);
            Row(
                shape,
                $"{results[1].Rate / 1e6:0.0} M/s",
                $"{results[0].Rate / 1e6:0.0} M/s",
                $"{results[1].Ratio:0.00}",
                $"{results[1].BytesEach:0.0} B per message",
                reach);
        }
    }

    private static void Spawns(Settings settings, double hop)
    {
        using var channels = new NurseryChannels();
        using var actors = new NurseryActors();
        var results = Rounds.Interleave([channels, actors], Settings.Actors, settings.Rounds);
        Row(
            "spawn and stop",
            $"{results[1].Rate / 1e3:0} k/s",
            $"{results[0].Rate / 1e3:0} k/s",
            $"{results[1].Ratio:0.00}",
            $"{results[1].BytesEach:#,0} B each",
            $"{1.5 * AkkaSpawns * AkkaMachineHop / hop / 1e3:0} k/s, 5,800 B");
    }

    private static void Idle(Settings settings)
    {
        var weights = Weights.Of([new IdleChannels(), new IdleActors()], Settings.Actors, settings.Rounds / 3);
        Row(
            "idle",
            $"{weights[1]:#,0} B",
            $"{weights[0]:#,0} B",
            $"{weights[1] / weights[0]:0.00}",
            "",
            "1,100 B");
    }

    private static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
