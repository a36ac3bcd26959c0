using Xunit.Abstractions;

namespace Akka.TestKit.Tests;

/// <summary>Every failure names what was expected and what came, in the words of the runtime in use.</summary>
public sealed class FailureTextTests(ITestOutputHelper output) : QuietKit
{
    public static TheoryData<string, string[]> Failures => new()
    {
        { nameof(WrongType), ["String", "99"] },
        { nameof(Nothing), ["String"] },
        { nameof(Unequal), ["7", "99"] },
        { nameof(WrongSender), ["stranger", "testActor"] },
        { nameof(Noise), ["99"] },
        { nameof(TooFew), ["3", "1"] },
        { nameof(NotAll), ["north"] },
        { nameof(NoneOf), ["99"] },
        { nameof(NoCatch), ["no trout today"] },
        { nameof(NeverRipe), ["never ripe"] },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Failure_names_both_sides(string failing, string[] words)
    {
        TellAll(99, "later");

        var text = FailureOf((Action)Delegate.CreateDelegate(typeof(Action), this, failing));

        output.WriteLine(text);
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    private void WrongType() => ExpectMsg<string>();

    private void Nothing()
    {
        ReceiveN(2);
        ExpectMsg<string>(Blink, "the late one");
    }

    private void Unequal() => ExpectMsg(7);

    private void WrongSender() => ExpectMsgFrom<int>(CreateTestProbe("stranger").Ref);

    private void Noise() => ExpectNoMsg(Blink);

    private void TooFew()
    {
        ReceiveOne();
        ReceiveN(3, Blink);
    }

    private void NotAll() => ExpectMsgAllOf<object>(99, "north");

    private void NoneOf() => ExpectMsgAnyOf([1, 2]);

    private void NoCatch() => FishForMessage<string>(text => text == "trout", Blink, "no trout today");

    private void NeverRipe() => AwaitCondition(() => false, Blink, "never ripe");
}
