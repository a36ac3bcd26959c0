using System.Reflection;
using System.Runtime.CompilerServices;

namespace Party.Packages.Tests;

/// <summary>The embedded set, packed from what was built for these tests.</summary>
public sealed class PackedSet : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("party-packages-");

    /// <summary>The root of the checkout.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>Where the packages lie, for NuGet to find.</summary>
    internal string Feed => Path.Combine(_folder.FullName, "feed");

    /// <summary>Where packages are installed to: nowhere that any other project looks.</summary>
    internal string Installed => Path.Combine(_folder.FullName, "installed");

    internal IReadOnlyList<Package> Packages { get; private set; } = [];

    /// <summary>A new folder, outside of the checkout.</summary>
    internal string NewFolder(string name) => _folder.CreateSubdirectory(name).FullName;

    public async Task InitializeAsync()
    {
        var built = typeof(PackedSet).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration;
        await Dotnet.RunAsync(
            Root, null, "pack", "Party.Actors.sln", "--no-build", "-c", built ?? "Debug", "-o", Feed);
        Packages = [.. Directory.GetFiles(Feed, "*.nupkg").Order(StringComparer.Ordinal).Select(Package.Read)];
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(here, "..", "..", ".."));
}
