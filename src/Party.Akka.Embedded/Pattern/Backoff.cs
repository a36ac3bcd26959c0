using Akka.Actor;

namespace Akka.Pattern;

/// <summary>Ways to start a child again later rather than at once, and later still each time.</summary>
/// <remarks>
/// The n-th wait is minBackoff · 2ⁿ, at most maxBackoff, and up to randomFactor of that longer, so that many do not
/// come back at one moment. The count starts anew when the child has lived for minBackoff, unless the options say
/// otherwise.
/// </remarks>
public static class Backoff
{
    /// <summary>Starts the child again after it has stopped. A restart by the strategy happens at once.</summary>
    /// <param name="childProps">How to make the child.</param>
    /// <param name="childName">Its name below the supervisor.</param>
    /// <param name="minBackoff">The first wait.</param>
    /// <param name="maxBackoff">The longest wait.</param>
    /// <param name="randomFactor">How much longer a wait may be by chance: 0.2 for up to 20 %.</param>
    /// <param name="maxNrOfRetries">How often, before the supervisor stops; -1 for any number.</param>
    public static BackoffOptions OnStop(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        double randomFactor,
        int maxNrOfRetries) =>
        new ChildBackoff(childProps, childName, new(minBackoff, maxBackoff, randomFactor), isOnFailure: false)
            .WithMaxNrOfRetries(maxNrOfRetries);

    /// <summary>Starts the child again after it has stopped, any number of times.</summary>
    /// <inheritdoc cref="OnStop(Props, string, TimeSpan, TimeSpan, double, int)"/>
    public static BackoffOptions OnStop(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) =>
        OnStop(childProps, childName, minBackoff, maxBackoff, randomFactor, -1);

    /// <summary>Starts the child again after a failure for which its strategy says restart.</summary>
    /// <remarks>If the child stops by itself, the supervisor stops too.</remarks>
    /// <inheritdoc cref="OnStop(Props, string, TimeSpan, TimeSpan, double, int)"/>
    public static BackoffOptions OnFailure(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        double randomFactor,
        int maxNrOfRetries) =>
        new ChildBackoff(childProps, childName, new(minBackoff, maxBackoff, randomFactor), isOnFailure: true)
            .WithMaxNrOfRetries(maxNrOfRetries);

    /// <summary>Starts the child again after a failure, any number of times.</summary>
    /// <inheritdoc cref="OnFailure(Props, string, TimeSpan, TimeSpan, double, int)"/>
    public static BackoffOptions OnFailure(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) =>
        OnFailure(childProps, childName, minBackoff, maxBackoff, randomFactor, -1);
}
