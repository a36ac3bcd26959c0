using Party.Samples.PushProducer;

namespace Party.Samples.Tests;

public sealed class PushProducerTests : SampleTest
{
    [Fact]
    public void The_newest_readings_are_kept_and_the_others_counted()
    {
        ExpectEnd(Readings.Start(Sys, Screen));

        Assert.Equal(["1", "1", "1"], LinesOf("dropped"));
        Assert.Equal(["19.4 °C", "19.9 °C", "20.3 °C", "20.6 °C", "20.8 °C"], LinesOf("shown"));
    }
}
