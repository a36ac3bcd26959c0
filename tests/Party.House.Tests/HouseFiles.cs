using System.Runtime.CompilerServices;

namespace Party.House.Tests;

/// <summary>The files of the house, as they lie in the checkout.</summary>
internal static class HouseFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>The sources below a folder of the root, without what the build makes.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Nothing was found, or each finding is shown.</summary>
    public static void ExpectNone(IEnumerable<string> findings)
    {
        var all = string.Join('\n', findings);
        Assert.True(all.Length == 0, all);
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here) ?? ".");
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Party.Actors.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new DirectoryNotFoundException("Expected Party.Actors.sln above this file, got no such folder.");
    }
}
