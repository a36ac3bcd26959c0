namespace Party.Benchmarks.Measuring;

/// <summary>Tells the thread that measures that an actor is done, and with how much.</summary>
internal sealed class Signal
{
    private readonly TaskCompletionSource<long> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Set(long result) => _done.SetResult(result);

    public long Wait() => _done.Task.GetAwaiter().GetResult();
}
