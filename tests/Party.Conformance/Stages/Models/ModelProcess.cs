namespace Party.Conformance.Stages.Models;

/// <summary>A process of the model's world.</summary>
public abstract class ModelProcess(RecordedStage setup, ModelWorld world)
{
    public string Id => setup.Id;

    /// <summary>Whether its last callback writes to the log.</summary>
    public virtual bool LogsItsEnd => true;

    protected RecordedStage Setup => setup;

    protected ModelWorld World => world;

    /// <summary>What runs before the process is started.</summary>
    /// <exception cref="StageExitException">It does not start.</exception>
    public abstract void Start();

    /// <exception cref="StageExitException">It ends of this message.</exception>
    public abstract void Receive(Message message);

    /// <summary>The subscriptions over which it is tied to another process.</summary>
    public abstract IEnumerable<string> TiesTo(string process);

    protected void Log(string entry) => world.Log(Id, entry);

    protected void Tell(string process, Message message) => world.Tell(process, message);
}
