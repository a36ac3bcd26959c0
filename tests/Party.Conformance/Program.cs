using Party.Conformance;
using Party.Conformance.Recordings;

if (args is not [var folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine($"Expected one folder of recorded files, got {(args.Length == 0 ? "nothing" : string.Join(' ', args))}.");
    return 2;
}

int passed = 0, failed = 0, skipped = 0;
foreach (var report in RecordedFile.ReadFolder(folder).Select(Runner.Run))
{
    passed += report.Count(Outcome.Passed);
    failed += report.Count(Outcome.Failed);
    skipped += report.Count(Outcome.Skipped);

    Console.WriteLine(report);
    foreach (var (name, verdict) in report.Failures)
    {
        Console.WriteLine($"  {name}: {verdict.Reason}");
    }
}

Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
return failed == 0 ? 0 : 1;
