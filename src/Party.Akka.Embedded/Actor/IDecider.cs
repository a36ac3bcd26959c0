namespace Akka.Actor;

/// <summary>Chooses what happens to a child that failed.</summary>
public interface IDecider
{
    /// <summary>The directive for an exception. Throwing fails the supervisor itself.</summary>
    Directive Decide(Exception cause);
}
