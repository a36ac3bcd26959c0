namespace Akka.TestKit.Tests;

public sealed class ExpectingTests : QuietKit
{
    [Fact]
    public void Sequences_are_equal_item_by_item()
    {
        int[] sent = [1, 2];
        int[] same = [1, 2];
        int[] other = [1, 3];
        TellAll(sent, sent);

        Assert.Same(sent, ExpectMsg(same));
        FailureOf(() => ExpectMsg(other));
    }

    [Fact]
    public void Failure_names_the_comparers_two_values()
    {
        TellAll("PEAR");

        var failure = FailureOf(() => ExpectMsg("apple", (one, other) => one.Length == other.Length));

        Assert.Contains("apple", failure, StringComparison.Ordinal);
        Assert.Contains("PEAR", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Condition_that_fails_fails_the_test_with_its_hint()
    {
        TellAll(5);

        var failure = FailureOf(() => ExpectMsg<int>(i => i > 9, hint: "more than nine"));

        Assert.Contains("more than nine", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_type_is_met_by_a_derived_one()
    {
        TellAll(new ArgumentNullException("fruit"));

        Assert.IsType<ArgumentNullException>(ExpectMsg<ArgumentException>());
    }

    [Fact]
    public async Task Awaited_expectations_take_from_the_same_mailbox()
    {
        TellAll(1, 2, 3, 4, 5, 6, 7);

        Assert.Equal(1, await ExpectMsgAsync<int>());
        Assert.Equal(2, ExpectMsg<int>());
        Assert.Equal(3, await ExpectMsgAsync(3));
        Assert.Equal(4, await ExpectMsgAsync(8, (one, other) => one == 2 * other));
        Assert.Equal(5, await ExpectMsgAsync<int>(i => i == 5));
        Assert.Equal(6, await ExpectMsgAsync<int>((i, sender) => i == 6 && sender.Equals(TestActor)));
        Assert.Equal(7, await ExpectMsgAsync<int>((i, sender) => Assert.Equal(TestActor, sender)));
    }

    [Fact]
    public async Task Awaited_expectation_fails_like_the_blocking_one()
    {
        TellAll("stone");

        Assert.Contains("stone", await FailureOf(async () => await ExpectMsgAsync<int>()), StringComparison.Ordinal);
        await FailureOf(async () => await ExpectMsgAsync<int>(Blink));
    }

    [Fact]
    public async Task Awaited_sender_is_checked_too()
    {
        var stranger = CreateTestProbe();
        TellAll("a", "b", "c");

        Assert.Equal("a", await ExpectMsgFromAsync<string>(TestActor));
        Assert.Equal("b", await ExpectMsgFromAsync(TestActor, "b"));
        await FailureOf(async () => await ExpectMsgFromAsync<string>(stranger.Ref));
    }

    [Fact]
    public void Any_of_fails_for_what_is_not_listed()
    {
        TellAll("d");

        Assert.Contains("d", FailureOf(() => ExpectMsgAnyOf(["a", "b"])), StringComparison.Ordinal);
    }

    [Fact]
    public void All_of_fails_when_one_came_twice_and_another_not()
    {
        TellAll("a", "a");

        Assert.Contains("b", FailureOf(() => ExpectMsgAllOf("a", "b")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_can_be_awaited_one_by_one()
    {
        TellAll(2, 1);
        List<int> got = [];

        await foreach (var message in ExpectMsgAllOfAsync([1, 2]))
        {
            got.Add(message);
        }

        Assert.Equal([1, 2], got.Order());
    }

    [Fact]
    public void All_of_the_conditions_must_be_met()
    {
        TellAll("word", 3);

        FailureOf(() => ExpectMsgAllOfMatchingPredicates(
            PredicateInfo.Create<int>(i => i > 10), PredicateInfo.Create<string>(s => s.Length == 4)));
    }

    [Fact]
    public async Task Silence_can_be_awaited()
    {
        await ExpectNoMsgAsync(Blink);

        TellAll("noise");
        var failure = await FailureOf(async () => await ExpectNoMsgAsync(Patience));
        Assert.Contains("noise", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_below_zero_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ExpectMsg<int>(TimeSpan.FromSeconds(-5)));
    }
}
