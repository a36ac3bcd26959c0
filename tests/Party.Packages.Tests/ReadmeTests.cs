using System.Text.RegularExpressions;

namespace Party.Packages.Tests;

/// <summary>The README's example in a new project that has nothing but the packages.</summary>
[Collection(nameof(PackedSet))]
public sealed partial class ReadmeTests(PackedSet packed)
{
    private const int Numbers = 5000;

    [Fact]
    public async Task The_readmes_example_runs_in_a_new_project()
    {
        var folder = packed.NewFolder("readme");
        await File.WriteAllTextAsync(Path.Combine(folder, "NuGet.config"), $"""
            <configuration>
              <packageSources><clear /><add key="party" value="{packed.Feed}" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
        await Run("new", "console", "--output", ".", "--name", "Readme");
        await Run("add", "package", "Party.Flows.Embedded");
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Program());

        var printed = await Run("run");

        // The system says before that the counter was stopped without being drained.
        Assert.Equal($"{Numbers} numbers, from 0 to {Numbers - 1}; 5 words", printed.TrimEnd().Split('\n')[^1]);

        Task<string> Run(params string[] arguments) => Dotnet.RunAsync(folder, packed.Installed, arguments);
    }

    // The README shows a stage, then what starts it, and then a flow.
    private static string Program()
    {
        var snippets = Snippet().Matches(File.ReadAllText(Path.Combine(PackedSet.Root, "README.md")))
            .Select(snippet => snippet.Groups[1].Value).ToList();
        Assert.Equal(3, snippets.Count);

        return $$"""
            using Akka.Actor;
            using Party.Actors;
            using Party.Demand.Dispatching;
            using Party.Flows;

            var seen = new List<int>();
            using var system = ActorSystem.Create("readme");
            {{snippets[1]}}
            var Sys = system;
            string[] book = ["roses are red", "violets are blue"];
            {{snippets[2]}}
            SpinWait.SpinUntil(() => seen.Count >= {{Numbers}}, TimeSpan.FromMinutes(1));
            await system.Terminate();
            var numbers = seen.Take({{Numbers}}).ToList();
            Console.WriteLine(numbers.SequenceEqual(Enumerable.Range(0, {{Numbers}}))
                ? $"{numbers.Count} numbers, from {numbers[0]} to {numbers[^1]}; {counts.Count} words"
                : $"got {string.Join(' ', numbers)}");

            {{snippets[0]}}
            """;
    }

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
