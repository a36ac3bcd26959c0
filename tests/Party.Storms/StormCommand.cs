using Party.Storms.Defects;

namespace Party.Storms;

/// <summary><c>--seeds N [--seed S] [--defects]</c></summary>
public static class StormCommand
{
    private const string Usage = """
        Usage: --seeds N [--seed S] [--defects]
          --seeds N   how many scenarios to draw and play, at least 1
          --seed S    the first seed; 1 by default. --seeds 1 --seed S plays one again
          --defects   puts each defect in, and says after how many seeds it is found
        """;

    /// <returns>0 if nothing was found, 1 if something was, 2 if it was called wrongly.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var (seeds, first, isDefects) = (0, 1, false);
        for (var index = 0; index < args.Length; index++)
        {
            switch (args[index])
            {
                case "--seeds" when index + 1 < args.Length && int.TryParse(args[index + 1], out seeds) && seeds > 0:
                case "--seed" when index + 1 < args.Length && int.TryParse(args[index + 1], out first):
                    index++;
                    break;
                case "--defects":
                    isDefects = true;
                    break;
                case var wrong:
                    error.WriteLine($"Expected --seeds N, --seed S or --defects, got {wrong}.");
                    error.WriteLine(Usage);
                    return 2;
            }
        }

        if (seeds < 1)
        {
            error.WriteLine("Expected --seeds with a number of at least 1, got none.");
            error.WriteLine(Usage);
            return 2;
        }

        return isDefects ? FindDefects(first, seeds, output) : Play(first, seeds, output);
    }

    private static int Play(int first, int seeds, TextWriter output)
    {
        for (var seed = first; seed < first + seeds; seed++)
        {
            if (StormSeed.Find(seed) is { } found)
            {
                output.WriteLine(found);
                output.WriteLine($"1 of {seed - first + 1} seeds failed");
                return 1;
            }
        }

        output.WriteLine($"{seeds} seeds passed");
        return 0;
    }

    private static int FindDefects(int first, int seeds, TextWriter output)
    {
        var missed = 0;
        foreach (var defect in Defect.All)
        {
            var seed = Enumerable.Range(first, seeds)
                .Cast<int?>()
                .FirstOrDefault(seed => defect.IsFoundBy(seed!.Value));
            missed += seed is null ? 1 : 0;
            output.WriteLine(seed is null
                ? $"{defect.Name} not found in {seeds} seeds: {defect.Text}"
                : $"{defect.Name} found after {seed - first + 1} seeds: {defect.Text}");
        }

        return missed == 0 ? 0 : 1;
    }
}
