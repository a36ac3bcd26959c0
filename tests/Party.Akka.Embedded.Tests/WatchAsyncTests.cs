using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class WatchAsyncTests : QuietKit
{
    [Fact]
    public async Task The_end_of_an_actor_completes_it()
    {
        var actor = Play();
        var end = actor.WatchAsync();
        Assert.False(end.IsCompleted);

        Sys.Stop(actor);

        Assert.True(await end);
        Assert.True(await actor.WatchAsync());
    }

    [Fact]
    public async Task A_cancelled_one_is_false()
    {
        using var cancellation = new CancellationTokenSource();
        var actor = Play();
        var end = actor.WatchAsync(cancellation.Token);

        await cancellation.CancelAsync();

        Assert.False(await end);
    }
}
