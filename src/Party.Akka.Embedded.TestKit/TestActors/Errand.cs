using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Runs a function inside a test actor and hands its outcome back to the test.</summary>
internal sealed class Errand<T>(Func<IActorContext, T> function)
    : IErrand, INoSerializationVerificationNeeded
{
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with what the function returned or threw.</summary>
    public Task<T> Outcome => _outcome.Task;

    public void Run(IActorContext context)
    {
        try
        {
            _outcome.SetResult(function(context));
        }
        catch (Exception failure)
        {
            _outcome.SetException(failure);
        }
    }
}
