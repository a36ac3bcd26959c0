namespace Party.Packages.Tests;

/// <summary>What a user gets: packages that are complete, and enough for the README's example.</summary>
[Collection(nameof(PackedSet))]
public sealed class PackageTests(PackedSet packed)
{
    [Fact]
    public void Everything_but_the_demo_is_packed_under_the_name_of_its_set()
    {
        var projects = Directory.GetDirectories(Path.Combine(PackedSet.Root, "src")).Select(Path.GetFileName)
            .OfType<string>().Where(name => name != "Party.Demo")
            .Select(name => name.StartsWith("Party.Akka.", StringComparison.Ordinal) ? name : $"{name}.Embedded");

        Assert.Equal(projects.Order(StringComparer.Ordinal), Ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_package_has_documentation_symbols_licence_and_readme()
    {
        foreach (var package in packed.Packages)
        {
            var assembly = package.Files.Single(file => file.EndsWith(".dll", StringComparison.Ordinal));

            Assert.StartsWith("lib/net10.0/Party.", assembly, StringComparison.Ordinal);
            Assert.Contains(Path.ChangeExtension(assembly, "xml"), package.Files);
            Assert.Contains(Path.ChangeExtension(assembly, "pdb"), package.Symbols);
            Assert.Contains("README.md", package.Files);
            Assert.Equal(
                ("Apache-2.0", "README.md"), (package.Said("license"), package.Said("readme")));
            Assert.NotEmpty(package.Said("description"));
        }
    }

    [Fact]
    public void All_packages_have_one_version()
    {
        Assert.Single(packed.Packages.Select(package => package.Version).Distinct());
    }

    [Fact]
    public void The_embedded_set_never_depends_on_Akka_or_on_the_other_set()
    {
        var others = packed.Packages.SelectMany(package => package.Dependencies).Distinct()
            .Where(id => !Ids.Contains(id) && !id.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Where(id => !id.StartsWith("xunit.", StringComparison.Ordinal));

        Assert.Empty(others);
    }

    [Fact]
    public void Stages_need_no_package_but_those_of_the_set()
    {
        var stages = packed.Packages.Single(package => package.Id == "Party.Actors.Embedded");

        Assert.Equal(
            ["Party.Akka.Embedded", "Party.Demand.Embedded", "Party.Hocon.Embedded"],
            stages.Dependencies.Order(StringComparer.Ordinal));
    }

    private IEnumerable<string> Ids => packed.Packages.Select(package => package.Id);
}
