namespace Akka.Dispatch.Executing;

/// <summary>Threads of its own: each starts when there is work, all end after <see cref="Shutdown"/>.</summary>
internal sealed class ThreadsExecutor(string name, int count) : Executor
{
    private readonly Queue<IRunnable> _work = new();
    private int _running;
    private int _waiting;
    private bool _isEnding;

    public override void Execute(IRunnable run)
    {
        lock (_work)
        {
            _work.Enqueue(run);
            _isEnding = false;
            if (_waiting >= _work.Count || _running == count)
            {
                Monitor.Pulse(_work);
                return;
            }

            _running++;
        }

        new Thread(RunAll) { Name = name, IsBackground = true }.Start();
    }

    public override void Shutdown()
    {
        lock (_work)
        {
            _isEnding = true;
            Monitor.PulseAll(_work);
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
                _waiting++;
                Monitor.Wait(_work);
                _waiting--;
            }

            if (_work.TryDequeue(out var run))
            {
                return run;
            }

            _running--;
            return null;
        }
    }
}
