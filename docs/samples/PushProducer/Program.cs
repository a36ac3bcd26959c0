using Akka.Actor;
using Party.Samples.PushProducer;

using var system = ActorSystem.Create("sample");
var display = Readings.Start(system, Console.Out);

await display.WatchAsync();
await system.Terminate();
