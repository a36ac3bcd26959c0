using Akka.Actor;
using Party.Samples.EventFanOut;

using var system = ActorSystem.Create("sample");
var (manager, handlers) = FanOut.Start(system, Console.Out);

await manager.NotifyAsync(new("weather", "it rains"));
await manager.NotifyAsync(new("alarm", "water in the cellar"));
await manager.NotifyAsync(new("weather", "the sun is out"));

manager.Tell(new EndOfEvents());
await Task.WhenAll(handlers.Select(handler => handler.WatchAsync()));
await system.Terminate();
