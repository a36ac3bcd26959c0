using Akka.Actor;

namespace Party.Simulation.Scheduling;

/// <summary>The tasks whose results will be told to actors.</summary>
internal sealed class Pipes
{
    private readonly List<(Task Task, ICanTell Recipient, Origin? Origin)> _pending = [];

    public void Add(Task task, ICanTell recipient)
    {
        if (!task.IsCompleted)
        {
            _pending.Add((task, recipient, Origin.Current));
        }
    }

    /// <summary>What has not ended yet, in words.</summary>
    public IEnumerable<string> Open()
    {
        _pending.RemoveAll(pipe => pipe.Task.IsCompleted);
        return _pending.Select(pipe => $"a task is piped to {pipe.Recipient}, by {pipe.Origin}");
    }
}
