using Akka.Actor;
using Party.Samples.ConsumerSupervisor;

using var system = ActorSystem.Create("sample");
await Task.WhenAll(Jobs.Start(system, Console.Out).Select(supervisor => supervisor.WatchAsync()));
await system.Terminate();
