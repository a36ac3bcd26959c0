using Akka.Actor;
using Party.Actors.Protocol;
using Party.Samples.Embedding;

namespace Party.Samples.Tests;

public sealed class EmbeddingTests() : SampleTest(Shop.Settings)
{
    [Fact]
    public async Task Every_order_is_packed_by_its_region_in_order()
    {
        var orders = Shop.AddStages(Sys, Screen);
        var till = Sys.ActorOf(Props.Create(() => new Till(orders)));
        for (var number = 0; number < 100; number++)
        {
            till.Tell(new Order(number % 3 == 0 ? "us" : "eu", $"{number}"), TestActor);
            ExpectMsg("paid");
        }

        var drained = await orders.Ask<Drained>(new Drain(TimeSpan.FromMinutes(1)));

        Assert.Equal((100, 100), (drained.Books.Received, drained.Books.Handled));
        Assert.Equal(Numbers(remainder => remainder == 0), LinesOf("us"));
        Assert.Equal(Numbers(remainder => remainder > 0), LinesOf("eu"));
    }

    private static IEnumerable<string> Numbers(Func<int, bool> fits) =>
        Enumerable.Range(0, 100).Where(number => fits(number % 3)).Select(number => $"{number}");
}
