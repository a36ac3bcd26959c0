using System.Text;
using System.Text.Json;
using Party.Demo.CommandLine;
using Party.Demo.Running;

namespace Party.Demo.Tests.Running;

/// <summary>Whole parties, from their command line to their summary.</summary>
public sealed class PartyTests
{
    [Fact]
    public async Task Every_word_reaches_its_consumer()
    {
        var party = await RunAsync("--events 10000 --seed 7 --output json");

        Assert.Equal((ExitCode.Done, ""), (party.ExitCode, party.Errors));
        Assert.Equal((10000L, 10000L, 0L), (party.Produced, party.Delivered, party.Discarded));
        var partitions = party.Summary.GetProperty("delivered").EnumerateObject().Select(one => one.Name);
        Assert.Equal(["one", "two", "three", "four"], partitions);
        Assert.Equal(1, party.Output.Count(letter => letter == '\n'));
    }

    [Theory]
    [InlineData("--events 3000 --seed 7")]
    [InlineData("--events 3000 --seed 7 --addressed")]
    [InlineData("--events 3000 --seed 7 --max-demand 5 --min-demand 1")]
    public async Task The_same_seed_brings_the_same_sequence_to_each_partition(string arguments)
    {
        var first = await RunAsync(arguments);
        var second = await RunAsync(arguments);

        Assert.Equal(3000, first.Words.Sum(words => words.Count()));
        Assert.Equal(Sequences(first), Sequences(second));
    }

    [Fact]
    public async Task Words_go_to_the_partition_of_their_first_letter()
    {
        var party = await RunAsync("--events 500 --seed 7");

        Assert.All(party.Words, partition => Assert.All(partition, word => Assert.Equal(partition.Key, word[0] switch
        {
            <= 'i' => "one",
            <= 'r' => "two",
            <= 'v' => "three",
            _ => "four",
        })));
        Assert.Contains("consumer four started, for w-z", party.Output);
        Assert.Contains("one 1000", party.Output);
        Assert.Contains("500 produced = 500 delivered + 0 parked + 0 discarded", party.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--max-demand 10")]
    [InlineData("--addressed")]
    public async Task Consumers_that_fail_are_restarted_and_the_books_close(string arguments)
    {
        var party = await RunAsync($"--events 20000 --seed 7 --fail-every 1000 --output json {arguments}");

        Assert.Equal(ExitCode.Done, party.ExitCode);
        Assert.True(party.Restarts > 0);
        Assert.Equal((20000L, party.Delivered + party.Parked + party.Discarded), (party.Produced, party.Produced));
        Assert.True(party.Summary.GetProperty("discarded").GetProperty("consumer-failed").GetInt64() >= party.Restarts);
    }

    [Fact]
    public async Task A_consumer_that_fails_too_often_ends_the_party()
    {
        var party = await RunAsync(
            "--events 20000 --seed 7 --fail-every 1 --output json", config: Seed + "\nparty.consumers.max-restarts = 3");

        Assert.Equal(ExitCode.Failed, party.ExitCode);
        Assert.Contains("to go on, got its end: it failed more often than max-restarts allows.", party.Errors);
        Assert.Equal(party.Produced, party.Delivered + party.Parked + party.Discarded);
    }

    [Fact]
    public async Task A_text_brings_its_words()
    {
        var party = await RunAsync("--words - --output json", input: "Qui reiciendis, id! Sed? Éa 123 zum\n");

        Assert.Equal(ExitCode.Done, party.ExitCode);
        Assert.Equal(
            "{\"one\":1,\"two\":2,\"three\":1,\"four\":1}", party.Summary.GetProperty("delivered").ToString());
        Assert.Equal("{\"no-partition\":1}", party.Summary.GetProperty("discarded").ToString());
        Assert.Contains("The selector gave event \"éa\" no partition.", party.Errors);
    }

    [Fact]
    public async Task A_word_that_nobody_claims_can_go_to_a_default()
    {
        var party = await RunAsync(
            "--words - --output json",
            config: Seed + "\nparty.dispatcher.default-partition = four",
            input: "éa über id");

        Assert.Equal("{\"one\":1,\"two\":0,\"three\":0,\"four\":2}", party.Summary.GetProperty("delivered").ToString());
    }

    [Fact]
    public async Task As_many_words_of_a_text_as_are_wanted()
    {
        var party = await RunAsync("--words - --events 3 --output json", input: "qui id sed ut sit");

        Assert.Equal(3, party.Produced);
    }

    [Fact]
    public async Task Words_without_a_consumer_stay_parked()
    {
        var party = await RunAsync(
            "--words - --output json",
            config: """
                party.partitions = [
                  { name = one, letters = "a-m" }
                  { name = two, letters = "n-z", consumer = off }
                ]
                """,
            input: "id qui sed ea");

        Assert.Equal((2L, 2L, 4L), (party.Delivered, party.Parked, party.Produced));
    }

    [Fact]
    public async Task An_empty_party_ends_at_once()
    {
        var party = await RunAsync("--events 0 --output json");

        Assert.Equal((ExitCode.Done, 0L), (party.ExitCode, party.Produced));
    }

    [Fact]
    public async Task Silence_can_be_ordered()
    {
        var party = await RunAsync("--events 100 --output none");

        Assert.Equal((ExitCode.Done, "", ""), (party.ExitCode, party.Output, party.Errors));
    }

    [Theory]
    [InlineData("--events many", "Expected --events to be a number of at least 0, got many.")]
    [InlineData("--events -1", "Expected --events to be a number of at least 0, got -1.")]
    [InlineData("--max-demand 0", "Expected --max-demand to be a number of at least 1, got 0.")]
    [InlineData("--max-demand 5 --min-demand 5", "Expected --min-demand below max-demand, got 5 and 5.")]
    [InlineData("--fail-every 0", "Expected --fail-every to be a number of at least 1, got 0.")]
    [InlineData("--rate 0", "Expected --rate to be a number above 0, got 0.")]
    [InlineData("--delivery twice", "Expected --delivery to be at-most-once or at-least-once, got twice.")]
    [InlineData("--output loud", "Expected --output to be words, json or none, got loud.")]
    [InlineData("--words x --addressed", "Expected --words or --addressed, got both.")]
    [InlineData("--dance", "Unrecognized command or argument '--dance'")]
    [InlineData("--words /no/such.txt", "Expected --words to be a text file or -, got /no/such.txt, where there is none.")]
    [InlineData("--words .", "Expected --words to be a text file or -, got the folder .")]
    [InlineData("--config /no/such.conf", "Expected --config to be a file, got /no/such.conf, where there is none.")]
    [InlineData("--config .", "Expected --config to be a file, got the folder .")]
    public async Task Bad_usage_gets_a_clear_answer_and_starts_nothing(string arguments, string start)
    {
        var party = await RunAsync(arguments);

        Assert.Equal((ExitCode.BadUsage, ""), (party.ExitCode, party.Output));
        Assert.StartsWith(start, party.Errors);
    }

    [Fact]
    public async Task Bad_settings_are_said_all_at_once_and_start_nothing()
    {
        var party = await RunAsync("", config: Seed + "\nparty { consumers.max-demand = 0, dance = on }");

        Assert.Equal((ExitCode.BadUsage, ""), (party.ExitCode, party.Output));
        var lines = party.Errors.Trim().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.EndsWith("party.consumers.max-demand: Expected a whole number of at least 1, got \"0\".", lines[0]);
        Assert.Contains("party.dance: Expected one of buffer", lines[1]);
    }

    [Theory]
    [InlineData("--help", "--fail-every <N>")]
    [InlineData("--help", "--delivery <at-most-once|at-least-once>")]
    [InlineData("--version", ".")]
    public async Task Help_and_version_are_no_party(string arguments, string shown)
    {
        var party = await RunAsync(arguments);

        Assert.Equal(ExitCode.Done, party.ExitCode);
        Assert.Contains(shown, party.Output);
    }

    internal const string Seed = """
        party.partitions = [
          { name = one, letters = "a-i" }
          { name = two, letters = "j-r" }
          { name = three, letters = "s-v" }
          { name = four, letters = "w-z" }
        ]
        """;

    private static string Sequences(Party party) => string.Join(
        '\n', party.Words.OrderBy(partition => partition.Key)
            .Select(partition => $"{partition.Key}: {string.Join(' ', partition)}"));

    private static async Task<Party> RunAsync(string arguments, string? config = null, string input = "")
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, config);
        string[] all =
        [
            .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            .. config is null ? Array.Empty<string>() : ["--config", file],
        ];

        var text = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var host = new PartyHost(output, errors, () => text, isTerminal: false);
        var exitCode = await new DemoCommand(host.RunAsync).InvokeAsync(all, output, errors);
        File.Delete(file);
        return new(exitCode, output.ToString(), errors.ToString());
    }

    private sealed record Party(int ExitCode, string Output, string Errors)
    {
        public JsonElement Summary => JsonDocument.Parse(Output).RootElement;

        public long Produced => Summary.GetProperty("produced").GetInt64();

        public long Delivered => Sum("delivered");

        public long Parked => Sum("parked");

        public long Discarded => Sum("discarded");

        public int Restarts => Summary.GetProperty("restarts").GetInt32();

        /// <summary>The words that were output, by partition.</summary>
        public IEnumerable<IGrouping<string, string>> Words => Output.Split('\n')
            .Select(line => line.Split(' '))
            .Where(line => line is [_, "one" or "two" or "three" or "four"])
            .GroupBy(line => line[1], line => line[0]);

        private long Sum(string name) => Summary.GetProperty(name).EnumerateObject().Sum(one => one.Value.GetInt64());
    }
}
