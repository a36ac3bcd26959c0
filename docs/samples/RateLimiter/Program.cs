using Akka.Actor;
using Party.Actors;
using Party.Samples.RateLimiter;

using var system = ActorSystem.Create("sample");
var numbers = system.ActorOf(Producer.From(Enumerable.Range(1, 20)), "numbers");
var rate = new Rate(Events: 5, TimeSpan.FromMilliseconds(250));
var limiter = system.ActorOf(
    Props.Create(() => new RateLimiter(rate, Console.Out, new SubscribeTo(numbers))), "limiter");

await limiter.WatchAsync();
await system.Terminate();
