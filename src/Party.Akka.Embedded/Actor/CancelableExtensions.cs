namespace Akka.Actor;

/// <summary>Calling off what may not be there.</summary>
public static class CancelableExtensions
{
    /// <summary>Calls it off, if it is there.</summary>
    public static void CancelIfNotNull(this ICancelable? cancelable) => cancelable?.Cancel();
}
