using System.Globalization;
using Akka.Actor;
using Party.Samples.WordCount;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var isByMinute = args.Contains("--windows");
var lines = File.ReadLines(args.FirstOrDefault(static argument => argument != "--windows") ?? Book.Alice);

using var system = ActorSystem.Create("sample");
await (isByMinute
    ? Report.MinutesAsync(system, lines, Console.Out)
    : Report.PartitionsAsync(system, lines, Console.Out));
await system.Terminate();
