using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Subscriptions;

public sealed class SubscriptionTests
{
    [Fact]
    public void Granted_is_sent_and_outstanding()
    {
        var subscription = New();

        subscription.Grant(10);
        var first = subscription.Send(3);

        Assert.Equal((1L, 10L, 3L, 7L), (first, subscription.Granted, subscription.Sent, subscription.Outstanding));
    }

    [Fact]
    public void More_than_was_asked_for_cannot_be_sent()
    {
        var subscription = New();
        subscription.Grant(2);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => subscription.Send(3));

        Assert.StartsWith("Expected at most the outstanding demand of #1, 2, got 3.", error.Message);
        Assert.Equal(0, subscription.Sent);
    }

    [Fact]
    public void A_repeated_request_is_worth_nothing()
    {
        var subscription = New();
        subscription.Grant(10);

        Assert.Equal(0, subscription.NewDemand(count: 10, total: 10));
        Assert.Equal(0, subscription.NewDemand(count: 5, total: 5));
    }

    [Fact]
    public void A_request_makes_up_for_a_lost_one_before_it()
    {
        var subscription = New();
        subscription.Grant(10);

        Assert.Equal(15, subscription.NewDemand(count: 5, total: 25));
    }

    [Fact]
    public void A_request_without_a_total_is_taken_at_its_word()
    {
        var subscription = New();
        subscription.Grant(10);

        Assert.Equal(10, subscription.NewDemand(count: 10, total: 0));
    }

    [Fact]
    public void An_old_confirmation_and_one_of_what_was_never_sent_change_nothing()
    {
        var subscription = New();
        subscription.Grant(10);
        subscription.Send(5);

        Assert.Equal([3, 0, 0, 2], new long[] { 3, 2, 6, 5 }.Select(subscription.Confirm));
        Assert.Equal((5L, 0L), (subscription.Handled, subscription.InFlight));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_request_for_nothing_is_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(count), () => New().NewDemand(count, total: 0));

    [Fact]
    public void Demand_is_never_taken_back() =>
        Assert.Throws<ArgumentOutOfRangeException>("demand", () => New().Grant(-1));

    [Fact]
    public void A_subscription_sits_nowhere_until_a_dispatcher_seats_it() => Assert.Equal(-1, New().Seat);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_ceiling_below_one_is_refused(int demand) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubscriptionOptions { MaxDemand = demand });

    [Fact]
    public void A_threshold_below_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubscriptionOptions { MinDemand = -1 });

    [Fact]
    public void A_name_reads_as_it_is_written()
    {
        Assert.Equal(("#7", "#none"), (new SubscriptionId(7).ToString(), SubscriptionId.None.ToString()));
    }

    private static Subscription New() => new(new(1), new());
}
