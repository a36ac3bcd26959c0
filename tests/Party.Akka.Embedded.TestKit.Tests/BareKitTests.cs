using Akka.Actor;

namespace Akka.TestKit.Tests;

/// <summary>A kit as most tests begin with it.</summary>
public sealed class BareKitTests : Xunit2.TestKit
{
    [Fact]
    public void A_kit_needs_no_configuration()
    {
        TestActor.Tell("hello", ActorRefs.NoSender);

        Assert.Equal("hello", ExpectMsg<string>());
    }
}
