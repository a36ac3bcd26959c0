using Party.Conformance;
using Party.Conformance.Recordings;

const string Json = "--json";
if (args.Where(arg => arg != Json).ToArray() is not [var folder] || !Directory.Exists(folder) || args.Length > 2)
{
    Console.Error.WriteLine(
        $"Expected one folder of recorded files, and {Json} or not, "
        + $"got {(args.Length == 0 ? "nothing" : string.Join(' ', args))}.");
    return 2;
}

var report = new RunReport([.. RecordedFile.ReadFolder(folder).Select(Runner.Run)]);
Console.WriteLine(args.Contains(Json) ? report.ToJson() : report);
return report.Count(Outcome.Failed) == 0 ? 0 : 1;
