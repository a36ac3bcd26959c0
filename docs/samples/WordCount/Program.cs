using System.Globalization;
using Akka.Actor;
using Party.Samples.WordCount;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var isByMinute = args.Contains("--windows");
var book = args.FirstOrDefault(static argument => argument != "--windows") ?? Book.Alice;
if (!File.Exists(book))
{
    Console.Error.WriteLine($"Expected --windows or not, and the file of a book, got {book}. There is no such file.");
    return 2;
}

var lines = File.ReadLines(book);

using var system = ActorSystem.Create("sample");
await (isByMinute
    ? Report.MinutesAsync(system, lines, Console.Out)
    : Report.PartitionsAsync(system, lines, Console.Out));
await system.Terminate();
return 0;
