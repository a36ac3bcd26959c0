// The house's own commands, as sentences: dotnet tool restore, then dotnet cake --target=NAME.
// CI runs Default. Bench, Documents, Storms and Mutate are run by hand, and their results are committed; Pack's are not.

var target = Argument("target", "Default");
var configuration = Argument("configuration", "Release");
var runtime = Argument("runtime", "Embedded");

const string Solution = "Party.Actors.sln";

void Run(string arguments, string folder = ".")
{
    var exitCode = StartProcess("dotnet", new ProcessSettings { Arguments = arguments, WorkingDirectory = folder });
    if (exitCode != 0)
    {
        throw new CakeException($"Expected dotnet {arguments} to succeed, got exit code {exitCode}.");
    }
}

Task("Restore")
    .Description("Gets the packages.")
    .Does(() => Run($"restore {Solution} -p:ActorRuntime={runtime}"));

Task("Format")
    .Description("Checks that every file is formatted as .editorconfig says.")
    .IsDependentOn("Restore")
    .Does(() => Run($"format {Solution} --no-restore --verify-no-changes"));

Task("Build")
    .Description("Builds everything; a warning is an error.")
    .IsDependentOn("Restore")
    .Does(() => Run($"build {Solution} --no-restore -c {configuration} -p:ActorRuntime={runtime}"));

Task("Test")
    .Description("Runs every test.")
    .IsDependentOn("Build")
    .Does(() => Run($"test {Solution} --no-build -c {configuration} -p:ActorRuntime={runtime}"));

Task("Tck")
    .Description("Holds every dispatcher against the numbered rules.")
    .IsDependentOn("Build")
    .Does(() => Run($"test tests/Party.Tck.Tests --no-build -c {configuration} -p:ActorRuntime={runtime}"));

Task("Samples")
    .Description("Runs the samples' stages under virtual time.")
    .IsDependentOn("Build")
    .Does(() => Run($"test tests/Party.Samples.Tests --no-build -c {configuration} -p:ActorRuntime={runtime}"));

Task("Conformance")
    .Description("Replays recorded behaviour of GenStage and of Akka.NET: the project's own, or --folder=FOLDER.")
    .IsDependentOn("Build")
    .DoesForEach(
        HasArgument("folder")
            ? [Argument<string>("folder")]
            : new[] { "tests/Party.Conformance.Tests/Recorded", "tests/Party.Conformance.Tests/Recorded/Hocon" },
        folder => Run($"run --no-build -c {configuration} --project tests/Party.Conformance -- {folder}"));

Task("Bench")
    .Description("Measures every shape, each in a process of its own, and puts the tables into docs/benchmarks.md; --quick.")
    .IsDependentOn("Build")
    .DoesForEach(
        new[]
        {
            "party", "pipeline", "fanout", "fanin", "latency", "thousands", "length", "actors", "partitions", "isolation",
            "skew", "resize", "words", "groups", "windows", "joins",
        },
        shape =>
        {
            var flags = HasArgument("quick") ? "--page docs/benchmarks.md --quick" : "--page docs/benchmarks.md";
            Run($"run --no-build -c {configuration} --project tests/Party.Benchmarks -- {shape} {flags}");
        });

Task("Parts")
    .Description("Measures the parts of the hot path by themselves; --filter=PATTERN for some of them.")
    .IsDependentOn("Build")
    .Does(() => Run($"run --no-build -c {configuration} --project tests/Party.Benchmarks -- parts --filter "
        + Argument("filter", "*")));

Task("Documents")
    .Description("Reads a hundred thousand generated documents, valid and mangled; --documents=N for another number.")
    .IsDependentOn("Build")
    .Does(() =>
    {
        Environment.SetEnvironmentVariable("PARTY_STORM", Argument("documents", "100000"));
        const string Log = "--logger console;verbosity=detailed";
        Run($"test tests/Party.Hocon.Tests --no-build -c {configuration} --filter StormTests {Log}");
    });

Task("Mutate")
    .Description("Changes the arithmetic of demand in a thousand ways and counts what its tests miss; ten minutes.")
    .IsDependentOn("Restore")
    .Does(() => Run($"stryker -O {MakeAbsolute(Directory("artifacts/mutation"))}", "tests/Party.Demand.Tests"));

Task("Storms")
    .Description("Plays --seeds=25000 seeds of every storm: the Party, children, stages that wait, pipelines; ten minutes.")
    .IsDependentOn("Build")
    .Does(() =>
    {
        var seeds = Argument("seeds", "25000");
        Environment.SetEnvironmentVariable("PARTY_SEEDS", seeds);
        Run($"test tests/Party.Simulation.Tests --no-build -c {configuration} --filter StormTests");

        var storms = $"run --no-build -c {configuration} --project tests/Party.Storms -- --seeds {seeds}";
        Run(storms);
        Run($"{storms} --defects");
    });

Task("Pack")
    .Description("Makes the packages of this runtime's set, with symbols, in artifacts/packages.")
    .IsDependentOn("Build")
    .Does(() => Run(
        $"pack {Solution} --no-build -c {configuration} -p:ActorRuntime={runtime} -o artifacts/packages/{runtime.ToLowerInvariant()}"));

Task("Approve")
    .Description("Writes the public surface as it is now into tests/Party.House.Tests/Approved.")
    .IsDependentOn("Build")
    .Does(() =>
    {
        Environment.SetEnvironmentVariable("PARTY_APPROVE", "1");
        Run($"test tests/Party.House.Tests --no-build -c {configuration} --filter PublicSurface");
    });

Task("Default")
    .Description("What CI runs.")
    .IsDependentOn("Format")
    .IsDependentOn("Test")
    .IsDependentOn("Tck")
    .IsDependentOn("Samples")
    .IsDependentOn("Conformance");

RunTarget(target);
