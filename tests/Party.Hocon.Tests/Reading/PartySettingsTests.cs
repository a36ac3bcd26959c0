using System.Collections.Immutable;

namespace Party.Hocon.Tests.Reading;

/// <summary>How a product would read its settings: the example of the guide.</summary>
public sealed class PartySettingsTests
{
    private const string Reference = """
        party {
          producer { min-demand = 500, max-demand = 1000 }
          partitions = [
            { name = one, letters = [a, b] }
            { name = two, letters = [c] }
          ]
          park { limit = 1000, bytes = 4 MiB, when-full = backpressure }
          restart { attempts = 3, within = 10 s }
        }
        """;

    private enum WhenFull
    {
        Backpressure,
        DropOldest,
        DropNewest,
        Fail,
    }

    [Fact]
    public void The_reference_alone_is_complete()
    {
        var settings = Read("");

        Assert.Equal(
            new(500, 1000, 1000, 4L << 20, WhenFull.Backpressure, 3, TimeSpan.FromSeconds(10)),
            settings with { Letters = default });
        Assert.Equal(["one:ab", "two:c"], settings.Letters.AsEnumerable());
    }

    [Fact]
    public void What_the_file_says_goes_before_the_reference()
    {
        var settings = Read("party.park { limit = 10, when-full = drop-oldest }\nparty.restart.within = 1 minute");

        Assert.Equal(
            (10, WhenFull.DropOldest, TimeSpan.FromMinutes(1)),
            (settings.ParkLimit, settings.WhenFull, settings.Within));
    }

    [Fact]
    public void A_bad_file_is_told_everything_at_once()
    {
        var exception = Assert.Throws<HoconException>(() => Read("""
            party {
              producer { max-demnad = 10, min-demand = -1 }
              partitions = [ { name = one, letters = [] }, { letters = [x } ]
              park { limit = many, when-full = wait }
              restart.within = 10 parsecs
              colour = ${nope}
            }
            """));

        Assert.Equal(
            """
            party.conf(2,27): party.producer.max-demnad: Expected one of max-demand, min-demand, got max-demnad.
                Did you mean max-demand?
            party.conf(2,44): party.producer.min-demand: Expected a whole number of at least 1, got "-1".
            party.conf(3,42): party.partitions[0].letters: Expected an array with a length of at least 1,
                got an empty array.
            party.conf(3,48): party.partitions[1].name: Expected text, got nothing.
            party.conf(3,60): party.partitions.letters: Expected ] for this [, got '}'.
            party.conf(4,18): party.park.limit: Expected a whole number of at least 0, got "many".
            party.conf(4,36): party.park.when-full: Expected one of backpressure, drop-oldest, drop-newest, fail,
                got "wait".
            party.conf(5,20): party.restart.within: Expected a duration, got "10 parsecs".
            party.conf(6,12): party.colour: Expected ${nope} to name a setting, from the root, or a variable of
                the environment, got neither. Write ${?nope} if it may be missing.
            """.Replace("\n    ", " ", StringComparison.Ordinal),
            exception.Message);
    }

    private static Settings Read(string text)
    {
        var document = HoconDocument.Parse(
            text,
            "party.conf").WithFallback(HoconDocument.Parse(Reference, "reference.conf"));
        var reader = new HoconReader(document.Resolve(Texts.NoVariables), "party");

        var settings = new Settings(
            reader["producer.min-demand"].ReadInt(min: 1),
            reader["producer.max-demand"].ReadInt(min: 1),
            reader["park.limit"].ReadInt(min: 0),
            reader["park.bytes"].ReadSize(),
            reader["park.when-full"].ReadChoice<WhenFull>(),
            reader["restart.attempts"].ReadInt(min: 0),
            reader["restart.within"].ReadDuration())
        {
            Letters = reader["partitions"].ReadList(partition =>
            {
                var letters = partition["letters"].ReadList(letter => letter.ReadText(), min: 1);
                return $"{partition["name"].ReadText()}:{string.Concat(letters)}";
            }),
        };

        reader.ThrowIfErrors();
        return settings;
    }

    private sealed record Settings(
        int MinDemand, int MaxDemand, int ParkLimit, long ParkBytes, WhenFull WhenFull, int Attempts, TimeSpan Within)
    {
        public ImmutableArray<string> Letters { get; init; }
    }
}
