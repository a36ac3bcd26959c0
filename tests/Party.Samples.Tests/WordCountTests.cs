using System.Globalization;
using Party.Samples.WordCount;

namespace Party.Samples.Tests;

public sealed class WordCountTests : SampleTest
{
    private static readonly string[] Alice = File.ReadAllLines(Book.Alice);

    private static IEnumerable<Word> Words => Alice.Index().SelectMany(Book.Words);

    [Fact]
    public async Task Every_word_is_counted_as_often_as_it_comes()
    {
        var counts = await Counts.ByPartition(Alice, 4).ToListAsync(Sys);

        Assert.Equal(
            Words.CountBy(word => word.Text).Select(count => (count.Key, count.Value)).Order(),
            counts.Select(count => (count.Word, count.Times)).Order());
    }

    [Fact]
    public async Task Every_partition_has_words_that_no_other_has()
    {
        var counts = await Counts.ByPartition(Alice, 4).ToListAsync(Sys);

        Assert.Equal([0, 1, 2, 3], counts.Select(count => count.Partition).Distinct().Order());
        Assert.Equal(counts.Count, counts.DistinctBy(count => count.Word).Count());
    }

    [Fact]
    public async Task Every_minute_has_the_word_that_came_most_often_in_it()
    {
        var favourites = await Counts.ByMinute(Alice, 4).ToListAsync(Sys);

        var expected = Words.GroupBy(word => word.Time.Minute).Select(minute => minute
            .CountBy(word => word.Text)
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => (minute.Key, count.Key, count.Value))
            .First());
        Assert.Equal(expected, favourites.Select(one => (one.Minute.Minute, one.Word, one.Times)));
    }

    [Fact]
    public async Task The_report_begins_with_the_stages_and_the_most_frequent_word()
    {
        await Report.PartitionsAsync(Sys, Alice, Screen);

        Assert.Equal(2 + 20 + 4, Lines.Length);
        Assert.StartsWith("the ", Lines[2], StringComparison.Ordinal);
        Assert.Equal(
            Words.Count(),
            Lines[^4..].Sum(line => int.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_line_is_printed_for_every_minute()
    {
        await Report.MinutesAsync(Sys, Alice, Screen);

        Assert.Equal(
            Words.DistinctBy(word => word.Time.Minute).Count(),
            Lines.Count(line => line.StartsWith("14:", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_apostrophe_belongs_to_a_word_and_a_hyphen_does_not()
    {
        Assert.Equal(
            ["they'll", "see", "alice's", "tea", "time"],
            Book.Words((0, "They'll see Alice's 'tea-time'")).Select(word => word.Text));
    }
}
