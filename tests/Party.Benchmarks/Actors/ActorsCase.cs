using Party.Benchmarks.Latency;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Actors;

/// <summary>The actor runtime by itself, each shape beside the same on channels.</summary>
internal static class ActorsCase
{
    public static void Run(Settings settings, Report report)
    {
        var trips = Trips.Interleave(settings, new ChannelTraveller(), new TellTraveller(), new AskTraveller());
        foreach (var trip in trips.Skip(1))
        {
            report.Add([Cell.Of("shape", $"{trip.Name} and back"), .. trip.Beside(trips[0])]);
        }

        void Row(string shape, IContender ours, IContender channels)
        {
            var standings = Rounds.Interleave(settings, static count => count, ours, channels);
            report.Add([Cell.Of("shape", shape), .. standings.Cells]);
        }

        foreach (var inFlight in new[] { 1, 200 })
        {
            Row($"ping-pong, {inFlight} in flight", new PingPongActors(inFlight), new PingPongChannels(inFlight));
        }

        foreach (var (name, senders) in new[] { ("one", 1), ("two", 2), ("four", 4) })
        {
            Row($"{name} to one", new FloodActors(senders), new FloodChannels(senders));
        }

        Row("spawn and stop", new NurseryActors(), new NurseryChannels());
        Idle(settings, report);
    }

    private static void Idle(Settings settings, Report report)
    {
        var rounds = settings.IsQuick ? 1 : 3;
        var weights = Weights.Of([new IdleActors(), new IdleChannels()], Settings.Actors, rounds);
        report.Add(
            Cell.Of("shape", "idle"),
            Cell.Ratio("ratioToChannels", weights[0] / weights[1]),
            Cell.Bytes("oursBytes", weights[0]),
            Cell.Bytes("channelsBytes", weights[1]));
    }
}
