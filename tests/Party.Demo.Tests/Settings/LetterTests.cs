using System.Collections.Immutable;
using Party.Demo.Settings;

namespace Party.Demo.Tests.Settings;

public sealed class LetterTests
{
    private static readonly ImmutableArray<PartitionSettings> Seed =
        [Partition("one", "a-i"), Partition("two", "j-r"), Partition("three", "s-v"), Partition("four", "w-z")];

    [Theory]
    [InlineData("qui two, reiciendis two, id one, sed three, sint three")]
    [InlineData("ut three, sit three, voluptatibus three, voluptas three, soluta three")]
    [InlineData("sit three, quae two, quia two, non two, libero two")]
    [InlineData("reiciendis two, quisquam two, velit three, dolor one, ea one")]
    public void The_words_of_the_seeds_log_fall_as_it_says(string line)
    {
        var letters = new LetterMap(Seed, defaultPartition: null);

        var fallen = line.Split(", ").Select(entry => entry.Split(' ')[0])
            .Select(word => $"{word} {Seed[letters.PartitionOf(word)].Name}");

        Assert.Equal(line, string.Join(", ", fallen));
    }

    [Fact]
    public void A_letter_that_nobody_owns_goes_to_the_default_or_nowhere()
    {
        Assert.Equal(-1, new LetterMap(Seed, defaultPartition: null).PartitionOf("éa"));
        Assert.Equal(3, new LetterMap(Seed, "four").PartitionOf("éa"));
        Assert.Equal(-1, new LetterMap(Seed, defaultPartition: null).PartitionOf(""));
    }

    [Fact]
    public void Letters_beyond_ascii_can_be_owned()
    {
        var letters = new LetterMap([Partition("greek", "α-ω"), Partition("gothic", "𐌰-𐌿")], defaultPartition: null);

        Assert.Equal((0, 1), (letters.PartitionOf("λόγος"), letters.PartitionOf("𐌲𐌿𐍄")));
    }

    [Theory]
    [InlineData("a-i", "a-i")]
    [InlineData("A–I", "a-i")]
    [InlineData("a, c-e  x", "a c-e x")]
    [InlineData("é", "é")]
    public void Letters_are_single_ones_and_ranges(string text, string ranges)
    {
        Assert.Equal(ranges, string.Join(' ', LetterRange.Parse(text) ?? []));
    }

    [Theory]
    [InlineData("")]
    [InlineData("i-a")]
    [InlineData("ab")]
    [InlineData("a-")]
    [InlineData("1-9")]
    [InlineData("a-i-z")]
    public void Anything_else_is_no_letters(string text)
    {
        Assert.Null(LetterRange.Parse(text));
    }

    private static PartitionSettings Partition(string name, string letters) =>
        new(name, LetterRange.Parse(letters) ?? []);
}
