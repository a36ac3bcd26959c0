namespace Akka.Dispatch.Executing;

/// <summary>One thread of its own, which starts with the first work and ends after <see cref="Shutdown"/> when nothing is left.</summary>
internal sealed class ThreadExecutor(string name) : Executor
{
    private readonly Queue<IRunnable> _work = new();
    private bool _isRunning;
    private bool _isEnding;

    public override void Execute(IRunnable run)
    {
        lock (_work)
        {
            _work.Enqueue(run);
            _isEnding = false;
            if (_isRunning)
            {
                Monitor.Pulse(_work);
                return;
            }

            _isRunning = true;
        }

        new Thread(RunAll) { Name = name, IsBackground = true }.Start();
    }

    public override void Shutdown()
    {
        lock (_work)
        {
            _isEnding = true;
            Monitor.Pulse(_work);
        }
    }

    private void RunAll()
    {
        while (Next() is { } run)
        {
            run.Run();
        }
    }

    private IRunnable? Next()
    {
        lock (_work)
        {
            while (_work.Count == 0 && !_isEnding)
            {
                Monitor.Wait(_work);
            }

            _isRunning = _work.Count > 0;
            return _isRunning ? _work.Dequeue() : null;
        }
    }
}
