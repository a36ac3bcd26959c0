using Akka.Actor;
using Party.Actors;
using Party.Demand.Ledgers;
using Party.Demo.CommandLine;
using Party.Demo.Running;
using Party.Demo.Scenarios;

namespace Party.Demo.Tests.Scenarios;

/// <summary>Scenarios, played in short seconds.</summary>
public sealed class ScenarioTests
{
    private static readonly TimeSpan Second = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Only_the_sequential_producer_waits_for_a_slow_partition()
    {
        var (exitCode, output, errors) = await PlayAsync(new SlowPartition(), seconds: 8);

        Assert.Equal((ExitCode.Done, ""), (exitCode, errors));
        Assert.Matches("sequential: .* It waits for demand of partition two, whose park is full", output);
        Assert.DoesNotMatch("addressed: .* park is full", output);
        Assert.Matches(@"addressed: /user/addressed: drained, (\d+) produced = \1 handled \+ 0 waiting", output);
        Assert.Matches(@"sequential: /user/sequential: drained, (\d+) produced = \1 handled \+ 0 waiting", output);
    }

    [Fact]
    public async Task Consumers_that_crash_lose_nothing()
    {
        var (exitCode, output, errors) = await PlayAsync(new Crash(), seconds: 5);

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("Error: Cannot confirm a batch: told to fail.", errors);
        Assert.Matches(@"drained, (\d+) produced = \1 handled \+ 0 waiting \+ 0 discarded", output);
        Assert.Contains("Consumer one is told to fail.", output);
    }

    [Fact]
    public async Task A_hot_key_is_named_and_stays_in_order()
    {
        var (exitCode, output, errors) = await PlayAsync(new HotKey(), seconds: 8);

        Assert.Equal((ExitCode.Done, ""), (exitCode, errors));
        Assert.Contains("    key \"red\": ", output);
        Assert.Matches("It waits for confirmations of partition (east|west): 200 events parked, of keys", output);
        Assert.Matches(@"drained, (\d+) produced = \1 handled \+ 0 waiting \+ 0 discarded", output);
    }

    [Fact]
    public async Task Partitions_come_and_go_and_keys_stay_in_order()
    {
        var (exitCode, output, errors) = await PlayAsync(new Resize(), seconds: 25);

        Assert.DoesNotContain("Expected", errors);
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("Partition four is added.", output);
        Assert.Contains("Partition one is removed.", output);
        Assert.Matches(@"drained, (\d+) produced = \1 handled \+ 0 waiting \+ 0 discarded", output);
    }

    [Fact]
    public async Task Many_partitions_are_summed_up_in_a_line()
    {
        var (exitCode, output, _) = await PlayAsync(new TenThousand(300), seconds: 5);

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("    300 partitions, ", output);
        Assert.Matches(@"many: /user/producer: drained, (\d+) produced = \1 handled", output);
    }

    [Fact]
    public async Task A_scenario_whose_books_are_wrong_fails()
    {
        var (exitCode, _, errors) = await PlayAsync(new Wrong(), seconds: 1);

        Assert.Equal((ExitCode.Failed, $"Expected more.{Environment.NewLine}"), (exitCode, errors));
    }

    [Theory]
    [InlineData("--scenario robbery", "Expected --scenario to be one of slow-partition|")]
    [InlineData("--scenario crash --events 5", "Expected --scenario alone or with --seconds, got --events too.")]
    [InlineData("--scenario crash --seconds 0", "Expected --seconds to be a number of at least 1, got 0.")]
    [InlineData("--seconds 5", "Expected --seconds with --scenario, got it alone.")]
    public async Task A_scenario_has_a_name_and_a_length(string arguments, string message)
    {
        var errors = new StringWriter();
        var host = new PartyHost(TextWriter.Null, errors, () => Stream.Null, isTerminal: false);

        var exitCode = await new DemoCommand(host.RunAsync).InvokeAsync(arguments.Split(' '), TextWriter.Null, errors);

        Assert.Equal(ExitCode.BadUsage, exitCode);
        Assert.StartsWith(message, errors.ToString());
    }

    private static async Task<(int ExitCode, string Output, string Errors)> PlayAsync(Scenario scenario, int seconds)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var exitCode = await new ScenarioHost(output, errors, Second).RunAsync(scenario, seconds);
        return (exitCode, output.ToString(), errors.ToString());
    }

    private sealed class Wrong : Scenario
    {
        public override string Story => "Nothing happens.";

        public override IReadOnlyList<Act> Start(ActorSystem system, TimeSpan interval) =>
            [new("nothing", system.ActorOf(Producer.Props<int>(static _ => [])), [])];

        public override string Judge(ProducerBooks books) => "Expected more.";
    }
}
