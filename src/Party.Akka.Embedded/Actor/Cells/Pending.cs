namespace Akka.Actor.Cells;

/// <summary>What an actor does once its dying children are gone.</summary>
internal abstract class Pending
{
    public static readonly Pending Creation = new OfCreation();

    public static readonly Pending Termination = new OfTermination();

    private Pending()
    {
    }

    /// <summary>Makes the first instance, after an earlier attempt failed.</summary>
    public sealed class OfCreation : Pending;

    /// <summary>Puts a new instance in the place of the one that failed because of <paramref name="cause"/>.</summary>
    public sealed class OfRecreation(Exception cause) : Pending
    {
        public Exception Cause => cause;
    }

    /// <summary>Ends.</summary>
    public sealed class OfTermination : Pending;
}
