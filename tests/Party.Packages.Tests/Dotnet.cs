using System.Diagnostics;

namespace Party.Packages.Tests;

/// <summary>Runs the SDK's commands, as somebody would who has nothing but the SDK.</summary>
internal static class Dotnet
{
    /// <summary>Runs a command and insists on its success.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="packages">Where packages are installed to; null for the user's own folder.</param>
    /// <param name="arguments">The command.</param>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(string folder, string? packages, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Prepare(start.Environment, packages);

        using var process = Process.Start(start)
            ?? throw new InvalidOperationException("Expected dotnet to start, got nothing.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        var printed = await output;
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{printed}\n{await errors}");
        return printed;
    }

    // This process was itself started by the SDK, whose own settings are not for others; and nothing that would outlive
    // the command may keep its output open.
    private static void Prepare(IDictionary<string, string?> environment, string? packages)
    {
        string[] inherited =
            [.. environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))];
        foreach (var key in inherited)
        {
            environment.Remove(key);
        }

        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["UseSharedCompilation"] = "false";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
        if (packages is not null)
        {
            environment["NUGET_PACKAGES"] = packages;
        }
    }
}
