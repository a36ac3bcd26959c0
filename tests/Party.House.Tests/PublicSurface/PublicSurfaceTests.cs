using System.Reflection;

namespace Party.House.Tests.PublicSurface;

/// <summary>
/// The public surface of Party's own projects is approved text: to change it is to change that text, in the same
/// commit.
/// </summary>
public sealed class PublicSurfaceTests
{
    public static TheoryData<string> Projects =>
        ["Party.Demand", "Party.Hocon", "Party.Simulation", "Party.Actors", "Party.Flows", "Party.Logging",
        "Party.Hosting"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_public_surface_is_the_approved_one(string project)
    {
        var path = Path.Combine(HouseFiles.Root, "tests", "Party.House.Tests", "Approved", $"{project}.txt");
        var surface = SurfaceText.Of(Assembly.Load(project));
        if (Environment.GetEnvironmentVariable("PARTY_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
            File.WriteAllText(path, surface);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", surface);
    }
}
