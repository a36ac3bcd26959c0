using Akka.Actor;
using Akka.Configuration;
using Party.Actors.Protocol;
using Party.Samples.Embedding;

using var system = ActorSystem.Create("shop", ConfigurationFactory.ParseString(Shop.Settings));
var orders = Shop.AddStages(system, Console.Out);
var till = system.ActorOf(Props.Create(() => new Till(orders)), "till");

await till.Ask<string>(new Order("eu", "tea"));
await till.Ask<string>(new Order("us", "coffee"));
await till.Ask<string>(new Order("eu", "sugar"));

var drained = await orders.Ask<Drained>(new Drain(TimeSpan.FromSeconds(5)));
Console.WriteLine($"packed {drained.Books.Handled} of {drained.Books.Received}");
await system.Terminate();
