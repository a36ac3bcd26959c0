namespace Akka.TestKit.Tests;

public sealed class LatchAndBarrierTests : QuietKit
{
    [Fact]
    public void Open_latch_lets_everybody_through()
    {
        var latch = new TestLatch(3);

        latch.Open();

        Assert.True(latch.IsOpen);
        latch.Ready();
    }

    [Fact]
    public async Task Barrier_opens_when_all_have_come()
    {
        var barrier = CreateTestBarrier(2);

        var other = Task.Run(barrier.Await);
        barrier.Await(Patience);

        await other;
    }
}
