using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Subscriptions;

public sealed class ResubscriptionTests
{
    private static readonly Resubscription Even = new() { Jitter = 0 };

    [Fact]
    public void Pauses_double_up_to_the_longest() => Assert.Equal(
        [200, 400, 800, 1600, 3200, 6400, 10_000, 10_000],
        Enumerable.Range(1, 8).Select(attempt => Even.PauseBefore(attempt, "me").TotalMilliseconds));

    [Fact]
    public void The_longest_pause_is_never_left_again() =>
        Assert.Equal(Even.MaxBackoff, Even.PauseBefore(int.MaxValue, "me"));

    [Fact]
    public void Jitter_makes_pauses_longer_by_its_share_at_most()
    {
        var pauses = Enumerable.Range(1, 1000)
            .Select(one => new Resubscription().PauseBefore(1, $"consumer {one}").TotalMilliseconds).ToList();

        Assert.InRange(pauses.Min(), 200, 201);
        Assert.InRange(pauses.Max(), 239, 240);
        Assert.InRange(pauses.Average(), 218, 222);
        Assert.True(pauses.Distinct().Count() > 990);
    }

    [Fact]
    public void Jitter_is_the_same_for_the_same()
    {
        var policy = new Resubscription();

        Assert.Equal(policy.PauseBefore(3, "me"), policy.PauseBefore(3, "me"));
        Assert.NotEqual(policy.PauseBefore(8, "me"), policy.PauseBefore(9, "me"));
        Assert.NotEqual(policy.PauseBefore(3, "me"), policy.PauseBefore(3, "you"));
    }

    [Fact]
    public void There_are_as_many_attempts_as_it_says()
    {
        Assert.True(new Resubscription().Allows(int.MaxValue));
        Assert.Equal((true, false), (With(3).Allows(3), With(3).Allows(4)));
        Assert.False(Resubscription.Never.Allows(1));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var none = TimeSpan.Zero;
        var week = TimeSpan.FromDays(7);

        Assert.Throws<ArgumentOutOfRangeException>(() => new Resubscription { MinBackoff = none });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resubscription { MaxBackoff = week });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resubscription { Jitter = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resubscription { Jitter = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resubscription { Jitter = double.NaN });
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => With(-1));
        Assert.StartsWith("Expected max-attempts of at least 0, got -1. Null means for ever.", error.Message);
    }

    [Fact]
    public void A_first_pause_beyond_the_longest_contradicts_it()
    {
        var options = new SubscriptionOptions { Resubscribe = new() { MinBackoff = TimeSpan.FromMinutes(1) } };

        var error = Assert.Throws<ArgumentException>(() => options.EffectiveMinDemand());

        Assert.StartsWith("Expected min-backoff up to max-backoff, got min-backoff 00:01:00", error.Message);
    }

    private static Resubscription With(int attempts) => new() { MaxAttempts = attempts };
}
