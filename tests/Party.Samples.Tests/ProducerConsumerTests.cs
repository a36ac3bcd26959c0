using Party.Samples.ProducerConsumer;

namespace Party.Samples.Tests;

public sealed class ProducerConsumerTests : SampleTest
{
    [Fact]
    public void Twenty_numbers_come_through_doubled_five_at_a_time()
    {
        ExpectEnd(Pipeline.Start(Sys, Screen));

        Assert.Equal(
            ["0 2 4 6 8", "10 12 14 16 18", "20 22 24 26 28", "30 32 34 36 38"],
            Lines);
    }
}
