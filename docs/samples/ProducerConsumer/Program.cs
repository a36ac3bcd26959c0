using Akka.Actor;
using Party.Samples.ProducerConsumer;

using var system = ActorSystem.Create("sample");
await Pipeline.Start(system, Console.Out).WatchAsync();
await system.Terminate();
