using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Party.Benchmarks.Parts;

/// <summary>The parts of the hot path by themselves, without actors, under BenchmarkDotNet.</summary>
internal static class PartsCase
{
    /// <summary>Runs all of them, or those that its own <c>--filter</c> names.</summary>
    /// <param name="arguments">BenchmarkDotNet's.</param>
    public static void Run(string[] arguments)
    {
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine("artifacts", "parts"));
        BenchmarkSwitcher
            .FromAssembly(typeof(PartsCase).Assembly)
            .Run(arguments.Contains("--filter") ? arguments : [.. arguments, "--filter", "*"], config);
    }
}
