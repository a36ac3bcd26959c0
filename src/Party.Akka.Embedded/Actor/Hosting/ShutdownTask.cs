namespace Akka.Actor.Hosting;

/// <summary>Something to do in a phase of a coordinated shutdown.</summary>
internal sealed record ShutdownTask(string Name, Func<Task<Done>> Run);
