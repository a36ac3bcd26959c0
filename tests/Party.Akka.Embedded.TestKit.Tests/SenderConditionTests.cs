namespace Akka.TestKit.Tests;

public sealed class SenderConditionTests : QuietKit
{
    [Fact]
    public void Sender_may_be_given_as_a_condition()
    {
        TellAll("a", "b");

        ExpectMsgFrom<string>(sender => sender.Equals(TestActor), message => message == "a");
        FailureOf(() => ExpectMsgFrom<string>(sender => !sender.Equals(TestActor), message => message == "b"));
    }
}
