namespace Party.Actors.Tests.Supervising;

public sealed class SupervisorOptionsTests
{
    [Fact]
    public void The_defaults_are_those_of_Elixir()
    {
        var options = new DynamicSupervisorOptions();

        Assert.Equal(
            (ChildRestart.Temporary, 3, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), null),
            (options.Restart, options.MaxRestarts, options.Window, options.ShutdownTimeout, options.MaxChildren));
    }

    [Fact]
    public void A_negative_number_of_restarts_is_refused() => Refuses(
        () => new DynamicSupervisorOptions { MaxRestarts = -1 },
        "Expected max-restarts of at least 0, got -1. 0 allows no restart.");

    [Fact]
    public void A_window_without_length_is_refused() => Refuses(
        () => new DynamicSupervisorOptions { Window = TimeSpan.Zero },
        "Expected a window longer than 0, got 00:00:00. No restart would ever count.");

    [Theory]
    [InlineData(-2)]
    [InlineData(25L * 24 * 60 * 60 * 1000)]
    public void A_timeout_that_cannot_be_waited_for_is_refused(long milliseconds) => Refuses(
        () => new DynamicSupervisorOptions { ShutdownTimeout = TimeSpan.FromMilliseconds(milliseconds) },
        "Expected a shutdown-timeout of [0..24.00:00:00], got ");

    [Fact]
    public void A_supervisor_for_no_children_is_refused() => Refuses(
        () => new DynamicSupervisorOptions { MaxChildren = 0 },
        "Expected max-children of at least 1, got 0. Null allows any number.");

    [Fact]
    public void A_restart_that_is_none_is_refused() => Refuses(
        () => new DynamicSupervisorOptions { Restart = (ChildRestart)7 },
        "Expected a restart of temporary, transient or permanent, got 7.");

    private static void Refuses(Func<object> set, string text)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(set);

        Assert.StartsWith(text, error.Message);
    }
}
