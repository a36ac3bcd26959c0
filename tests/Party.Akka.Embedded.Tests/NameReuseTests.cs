namespace Akka.Embedded.Tests;

public sealed class NameReuseTests : QuietKit
{
    [Fact]
    public void A_name_is_free_again_after_the_news_of_the_end()
    {
        for (var i = 0; i < 50; i++)
        {
            StopAndWait(Play(name: "again"));
        }
    }
}
