namespace Party.Hocon.Tests.Reading;

public sealed class UnitTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("5", 50_000)]
    [InlineData("0.5", 5_000)]
    [InlineData("100 ns", 1)]
    [InlineData("149nanos", 1)]
    [InlineData("1 us", 10)]
    [InlineData("2 microseconds", 20)]
    [InlineData("10ms", 100_000)]
    [InlineData("1.5s", 15_000_000)]
    [InlineData(" 1   minute ", 600_000_000)]
    [InlineData("2h", 72_000_000_000)]
    [InlineData("1 day", 864_000_000_000)]
    [InlineData("-1 s", -10_000_000)]
    [InlineData("infinite", -10_000)]
    public void A_duration_is_a_number_and_a_unit(string text, long ticks)
        => Assert.Equal(ticks, HoconUnits.ParseDuration(text).Ticks);

    [Theory]
    [InlineData("0 s", 0)]
    [InlineData("1 d", 864_000_000_000)]
    [InlineData("90 m", 54_000_000_000)]
    [InlineData("90 s", 900_000_000)]
    [InlineData("1500 ms", 15_000_000)]
    [InlineData("3 us", 30)]
    [InlineData("-700 ns", -7)]
    [InlineData("infinite", -10_000)]
    public void A_duration_is_written_as_it_is_read(string text, long ticks)
    {
        Assert.Equal(text, HoconUnits.FormatDuration(new(ticks)));
        Assert.Equal(ticks, HoconUnits.ParseDuration(text).Ticks);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("10b", 10)]
    [InlineData("1.5 kB", 1_500)]
    [InlineData("1k", 1_024)]
    [InlineData("1 KiB", 1_024)]
    [InlineData("2 megabytes", 2_000_000)]
    [InlineData("4 MiB", 4_194_304)]
    [InlineData("1G", 1_073_741_824)]
    [InlineData("7E", 8_070_450_532_247_928_832)]
    [InlineData("9EB", 9_000_000_000_000_000_000)]
    public void A_size_is_a_number_and_a_unit(string text, long bytes)
        => Assert.Equal(bytes, HoconUnits.ParseSize(text));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("1 S")]
    [InlineData("1 week")]
    [InlineData("1e3 ms")]
    [InlineData("1 0 ms")]
    [InlineData("1,5 s")]
    public void Anything_else_is_no_duration(string text) => Assert.Throws<FormatException>(()
        => HoconUnits.ParseDuration(text));

    [Theory]
    [InlineData("")]
    [InlineData("kB")]
    [InlineData("1KB")]
    [InlineData("1 k B")]
    [InlineData("1,000")]
    public void Anything_else_is_no_size(string text) => Assert.Throws<FormatException>(()
        => HoconUnits.ParseSize(text));

    [Fact]
    public void What_is_too_much_overflows()
    {
        Assert.Throws<OverflowException>(() => HoconUnits.ParseDuration("100000000 d"));
        Assert.Throws<OverflowException>(() => HoconUnits.ParseSize("8E"));
        Assert.Throws<OverflowException>(() => HoconUnits.ParseSize("79228162514264337593543950335 MB"));
    }

    [Theory]
    [InlineData("a.b", new[] { "a", "b" })]
    [InlineData("\"a.b\".c", new[] { "a.b", "c" })]
    [InlineData("\"q\\\"q\"", new[] { "q\"q" })]
    [InlineData("\"\"", new[] { "" })]
    [InlineData("größe.x-y_1", new[] { "größe", "x-y_1" })]
    public void A_path_is_cut_and_joined_again(string path, string[] keys)
    {
        Assert.Equal(keys, HoconPath.Split(path));
        Assert.Equal(path, HoconPath.Join(keys));
    }
}
