namespace Akka.Embedded.Tests;

/// <summary>A function for a <see cref="Part"/> to run; what it gives, or throws, is the reply.</summary>
public sealed record Errand(Func<Part, object?> Function);
