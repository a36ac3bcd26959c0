namespace Party.Benchmarks;

/// <summary>What the program was asked for.</summary>
/// <param name="Case">Which shape to measure.</param>
/// <param name="IsQuick">For a first look: fewer and shorter rounds.</param>
/// <param name="IsJson">A line of JSON for each row, and nothing else, instead of a table.</param>
/// <param name="Page">The page whose table of this case is to be replaced, or nothing.</param>
internal sealed record Arguments(string Case, bool IsQuick, bool IsJson, string? Page)
{
    public const string Usage = "CASE [--json] [--quick] [--page FILE]";

    /// <summary>Reads the arguments; nothing if they make no sense.</summary>
    public static Arguments? Read(string[] args, IReadOnlyCollection<string> cases)
    {
        if (args is not [var name, .. var flags] || !cases.Contains(name))
        {
            return null;
        }

        var line = new Arguments(name, IsQuick: false, IsJson: false, Page: null);
        for (var index = 0; index < flags.Length; index++)
        {
            switch (flags[index])
            {
                case "--quick":
                    line = line with { IsQuick = true };
                    break;
                case "--json":
                    line = line with { IsJson = true };
                    break;
                case "--page" when index + 1 < flags.Length:
                    line = line with { Page = flags[++index] };
                    break;
                default:
                    return null;
            }
        }

        return line;
    }
}
