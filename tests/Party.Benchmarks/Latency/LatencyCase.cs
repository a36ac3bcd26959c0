using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Latency;

/// <summary>
/// One event through a producer to a consumer and back. Two ways back: the consumer's request for the next event, since
/// it takes one at a time, or a message that its handler tells the producer.
/// </summary>
internal static class LatencyCase
{
    public static void Run(Settings settings, Report report)
    {
        var trips = Measure(settings);
        foreach (var trip in trips.Skip(1))
        {
            report.Add([Cell.Of("back", trip.Name), .. trip.Beside(trips[0])]);
        }
    }

    /// <summary>A channel hop and back to an event and back by a request, both p50.</summary>
    public static double OfChannel(Settings settings)
    {
        var trips = Trips.Interleave(settings, new ChannelTraveller(), new RequestTraveller());
        return Median.Of(trips[0].P50) / Median.Of(trips[1].P50);
    }

    private static Trips[] Measure(Settings settings) => Trips.Interleave(
        settings, new ChannelTraveller(), new RequestTraveller(), new MessageTraveller());
}
