namespace Akka.Actor;

/// <summary>What a supervisor decides about a child that failed.</summary>
public enum Directive
{
    /// <summary>Go on with the same instance; the failed message is gone.</summary>
    Resume,

    /// <summary>Replace the instance; the mailbox is kept.</summary>
    Restart,

    /// <summary>Fail in turn with the same exception, so that the supervisor's supervisor decides.</summary>
    Escalate,

    /// <summary>Stop the child.</summary>
    Stop,
}
