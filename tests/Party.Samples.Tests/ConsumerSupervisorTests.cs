using Party.Samples.ConsumerSupervisor;

namespace Party.Samples.Tests;

public sealed class ConsumerSupervisorTests : SampleTest
{
    [Fact]
    public void Every_job_is_done_once_by_one_of_two_supervisors()
    {
        ExpectEnd(Jobs.Start(Sys, Screen));

        Assert.Equal(
            Enumerable.Range(1, 20).Select(number => $"job {number} done").Order(),
            LinesOf("left").Concat(LinesOf("right")).Order());
    }
}
