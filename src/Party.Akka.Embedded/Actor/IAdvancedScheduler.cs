namespace Akka.Actor;

/// <summary>The side of a scheduler that runs actions.</summary>
public interface IAdvancedScheduler : IActionScheduler
{
}
