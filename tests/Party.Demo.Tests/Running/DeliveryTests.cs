using System.Text;
using System.Text.Json;
using Party.Demo.CommandLine;
using Party.Demo.Running;

namespace Party.Demo.Tests.Running;

/// <summary>Parties whose consumers fail, and what becomes of their words.</summary>
public sealed class DeliveryTests
{
    private const string Text = "id sed qui ut amet non velit sit ";

    [Theory]
    [InlineData("")]
    [InlineData("--max-demand 10")]
    [InlineData("--max-demand 10 --min-demand 0")]
    public async Task At_least_once_every_word_of_a_text_is_delivered(string arguments)
    {
        var (exitCode, output) = await RunAsync(
            $"--delivery at-least-once --fail-every 500 --words - --output json {arguments}", 4000);

        var party = JsonDocument.Parse(output).RootElement;
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal(
            "{\"one\":8000,\"two\":8000,\"three\":16000,\"four\":0}",
            party.GetProperty("delivered").ToString());
        Assert.Equal("{}", party.GetProperty("discarded").ToString());
        var (again, redelivered) = (party.GetProperty("cameAgain").GetInt64(), Redelivered(party));
        Assert.InRange(again, party.GetProperty("restarts").GetInt64(), redelivered);
    }

    [Fact]
    public async Task Every_word_is_output_as_often_as_it_stands_in_the_text()
    {
        var (_, output) = await RunAsync("--delivery at-least-once --fail-every 500 --words -", 1000);

        var words = output.Split('\n').Select(line => line.Split(' '))
            .Where(line => line is [_, "one" or "two" or "three"]).GroupBy(line => line[0]);
        Assert.All(words, word => Assert.Equal(1000, word.Count()));
        Assert.Equal(8, words.Count());
        Assert.Contains("8000 produced = 8000 delivered + 0 parked + 0 discarded", output);
        Assert.Matches(@"  handed on again \d+: \d+ of the words delivered came twice or more", output);
    }

    [Fact]
    public async Task At_most_once_no_word_is_handed_on_again()
    {
        var (_, json) = await RunAsync("--delivery at-most-once --fail-every 500 --words - --output json", 1000);
        var (_, text) = await RunAsync("--fail-every 500 --words -", 1000);

        var party = JsonDocument.Parse(json).RootElement;
        Assert.Equal((0, 0), (Redelivered(party), party.GetProperty("cameAgain").GetInt64()));
        Assert.True(party.GetProperty("discarded").GetProperty("consumer-failed").GetInt64() > 0);
        Assert.DoesNotContain("handed on again", text);
    }

    private static long Redelivered(JsonElement party) => party.GetProperty("redelivered").GetInt64();

    private static async Task<(int ExitCode, string Output)> RunAsync(string arguments, int lines)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        var text = string.Concat(Enumerable.Repeat(Text, lines));
        var host = new PartyHost(
            output, errors, () => new MemoryStream(Encoding.UTF8.GetBytes(text)), isTerminal: false);
        var options = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var exitCode = await new DemoCommand(host.RunAsync).InvokeAsync(options, output, errors);
        return (exitCode, output.ToString());
    }
}
