using System.Xml.Linq;

namespace Party.House.Tests.Layering;

/// <summary>The arrows go one way: every project names what it stands on, and nothing else.</summary>
public sealed class LayeringTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Party.Demand"] = [],
        ["Party.Hocon"] = [],
        ["Party.Akka.Embedded"] = ["Party.Hocon"],
        ["Party.Akka.Embedded.TestKit"] =
            ["Party.Akka.Embedded", "xunit.assert", "xunit.abstractions", "xunit.extensibility.core"],
        ["Party.Simulation"] = ["Party.Akka.Embedded"],
        ["Party.Actors"] = ["Akka", "Party.Demand", "Party.Hocon"],
        ["Party.Flows"] = ["Akka", "Party.Actors"],
        ["Party.Logging"] = ["Akka", "Microsoft.Extensions.Logging.Abstractions"],
        ["Party.Hosting"] =
        [
            "Akka", "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Hosting", "Party.Actors",
            "Party.Hocon", "Party.Logging",
        ],
        ["Party.Demo"] = ["Akka", "Bogus", "Party.Actors", "System.CommandLine"],
    };

    public static TheoryData<string> Projects => [.. Directory
        .EnumerateFiles(Path.Combine(HouseFiles.Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .Select(Path.GetFileNameWithoutExtension).OfType<string>().Order()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_stands_on_what_it_may(string project)
    {
        var file = XDocument.Load(Path.Combine(HouseFiles.Root, "src", project, $"{project}.csproj"));
        var references = file.Descendants()
            .Where(item => item.Name.LocalName is "ProjectReference" or "PackageReference" or "ActorRuntimeReference")
            .Where(item => (string?)item.Attribute("PrivateAssets") != "all")
            .Select(item => (string?)item.Attribute("Include") ?? "")
            .Select(include => include.EndsWith(".csproj", StringComparison.Ordinal)
                ? Path.GetFileNameWithoutExtension(include)
                : include)
            .Order(StringComparer.Ordinal);

        Assert.Equal(Allowed[project].Order(StringComparer.Ordinal), references);
    }

    [Fact]
    public void The_arithmetic_stands_on_the_framework_alone()
    {
        var strangers = typeof(Demand.Subscriptions.Subscription).Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name ?? "")
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

        Assert.Empty(strangers);
    }

    [Fact]
    public void Only_friends_by_design_see_what_is_internal()
    {
        string[] friends = ["Party.Akka.Embedded.TestKit", "Party.Simulation"];
        var others = Directory
            .EnumerateFiles(Path.Combine(HouseFiles.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(path => XDocument.Load(path).Descendants("InternalsVisibleTo")
                .Select(item => (Project: Path.GetFileNameWithoutExtension(path), Friend: (string?)item
                    .Attribute("Include") ?? "")))
            .Where(one => !friends.Contains(one.Friend) && one.Friend != $"{one.Project}.Tests");

        Assert.Empty(others);
    }
}
