using Party.Demand.Partitions;

namespace Party.Demand.Tests.Partitions;

public sealed class PartitionNamesTests
{
    [Fact]
    public void Numbered_partitions_are_named_by_their_digits()
    {
        var names = PartitionNames.Numbered(12);

        Assert.Equal((12, "11", 11), (names.Count, names[11], names.IndexOf("11")));
        Assert.All(["12", "-1", "01", "+1", " 1", "", "one"], name => Assert.Equal(-1, names.IndexOf(name)));
    }

    [Fact]
    public void Named_partitions_keep_their_order()
    {
        var names = PartitionNames.Named("odd", "even");

        Assert.Equal((2, "even", 1, -1), (names.Count, names[1], names.IndexOf("even"), names.IndexOf("1")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_number_below_one_is_refused(int count)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => PartitionNames.Numbered(count));

        Assert.StartsWith($"Expected partitions to be a number of at least 1 or a list of names, got {count}.", error.Message);
    }

    [Fact]
    public void Empty_repeated_and_missing_names_are_refused()
    {
        Assert.StartsWith("Expected every partition to have a name", Refusal("one", ""));
        Assert.StartsWith("Expected partitions with different names, got \"one\" twice", Refusal("one", "two", "one"));
        Assert.StartsWith("Expected at least one partition", Refusal());
    }

    [Fact]
    public void A_long_list_is_cut_when_it_is_shown()
    {
        Assert.Equal("[0..9999]", PartitionNames.Numbered(10_000).ToString());
        Assert.Equal(
            "[a, b, c, d, e, f, g, h, … 2 more]",
            PartitionNames.Named("abcdefghij".Select(letter => letter.ToString())).ToString());
    }

    [Fact]
    public void A_list_that_just_fits_is_shown_whole() =>
        Assert.Equal("[a, b, c, d, e, f, g, h]", PartitionNames.Named("abcdefgh".Select(c => c.ToString())).ToString());

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Beyond_the_last_there_is_no_name(int index)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(index), () => PartitionNames.Numbered(2)[index]);
        Assert.Throws<ArgumentOutOfRangeException>(nameof(index), () => PartitionNames.Named("one", "two")[index]);
    }

    private static string Refusal(params string[] names) =>
        Assert.Throws<ArgumentException>(() => PartitionNames.Named(names)).Message;
}
