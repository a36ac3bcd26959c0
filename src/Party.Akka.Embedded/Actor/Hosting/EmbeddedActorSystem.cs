using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Akka.Actor.References;
using Akka.Actor.Scheduling;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor.Hosting;

/// <summary>The system of the embedded runtime: puts the parts together in the order they need each other.</summary>
internal sealed partial class EmbeddedActorSystem : ExtendedActorSystem
{
    private readonly ExtensionRegistry _extensions;
    private readonly Termination _termination;
    private readonly IScheduler _scheduler;

    public EmbeddedActorSystem(string name, Config config, RuntimeParts parts)
    {
        if (!NamePattern().IsMatch(name))
        {
            throw new ArgumentException(
                "Expected a system name of ASCII letters, digits and dashes that does not start with a dash, "
                + $"got \"{name}\".",
                nameof(name));
        }

        Name = name;
        Parts = parts;
        _termination = new(parts);
        Uids = new(parts.FirstUid());
        Settings = new(this, config);
        EventStream = new(Settings.DebugEventStream);
        EventStream.StartStdoutLogger(Settings);
        Log = new BusLogging(
            EventStream, $"ActorSystem({name})", GetType(), Settings.LogFormatter);
        _scheduler = NewScheduler();
        StartTime = _scheduler.MonotonicClock;
        Mailboxes = new(this);
        Dispatchers = new(this);
        Provider = new(this);
        _extensions = new(this);
    }

    public override string Name { get; }

    public override Settings Settings { get; }

    public override EventStream EventStream { get; }

    public override ILoggingAdapter Log { get; }

    public override IScheduler Scheduler => _scheduler;

    public override Dispatchers Dispatchers { get; }

    public override Mailboxes Mailboxes { get; }

    public override LocalProvider Provider { get; }

    public override IActorRef DeadLetters => Provider.DeadLetters;

    public override IActorRef IgnoreRef => Provider.IgnoreRef;

    public override Task WhenTerminated => _termination.Task;

    public RuntimeParts Parts { get; }

    public TimeProvider Clock => Parts.Clock;

    public UidSource Uids { get; }

    /// <summary>Brings the tree to life, then what lives in it by configuration: loggers and extensions.</summary>
    public void Start()
    {
        Provider.Start(Ended);
        Loggers.Start(this);
        _extensions.LoadConfigured();
        CoordinatedShutdown.Get(this);
        Loggers.StartDeadLetterListener(this);
        if (Settings.LogConfigOnStart)
        {
            Log.Info(Settings.ToString());
        }

        foreach (var damage in Settings.Config.Damage)
        {
            Log.Warning("The configuration is damaged and was read as far as that goes. {0}", damage);
        }
    }

    public override IActorRef ActorOf(Props props, string? name = null) => Provider.Guardian.Cell.ActorOf(props, name);

    public override IActorRef SystemActorOf(Props props, string? name = null) =>
        Provider.SystemGuardian.Cell.ActorOf(props, name);

    public override IActorRef SystemActorOf<TActor>(string? name = null) => SystemActorOf(Props.Create<TActor>(), name);

    public override ActorSelection ActorSelection(ActorPath actorPath) => Selecting.From(actorPath, this);

    public override ActorSelection ActorSelection(string actorPath) =>
        Selecting.From(actorPath, this, Provider.RootGuardian);

    public override void Stop(IActorRef actor) => InternalActorRefs.Stop((IInternalActorRef)actor);

    public override Task Terminate() => Settings.CoordinatedShutdownRunByActorSystemTerminate
        ? CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance)
        : TerminateTree();

    /// <summary>Stops the actors, without a coordinated shutdown before.</summary>
    public Task TerminateTree()
    {
        Log.Debug("System shutdown initiated");
        Loggers.BeginShutdown(this);
        Provider.Guardian.Stop();
        return WhenTerminated;
    }

    public override void Abort() => TerminateTree();

    public override string PrintTree() => TreePrinter.Print(Provider.RootGuardian);

    public override void RegisterOnTermination(Action code) => _termination.Register(code);

    public override object RegisterExtension(IExtensionId extension) =>
        extension is null ? null! : _extensions.Register(extension);

    public override object? GetExtension(IExtensionId extensionId) => _extensions.Find(extensionId.ExtensionType);

    public override T? GetExtension<T>()
        where T : class => (T?)_extensions.Find(typeof(T));

    public override bool HasExtension(Type type) => _extensions.Contains(type);

    public override bool HasExtension<T>() => HasExtension(typeof(T));

    public override bool TryGetExtension(Type extensionType, [NotNullWhen(true)] out object? extension) =>
        (extension = _extensions.Find(extensionType)) is not null;

    public override bool TryGetExtension<T>([NotNullWhen(true)] out T? extension)
        where T : class => (extension = GetExtension<T>()) is not null;

    /// <summary>The text of the root's address: <c>akka://name</c>.</summary>
    public override string ToString() => Provider.DefaultAddress.ToString();

    private protected override void Await(Task task) =>
        Parts.Wait(task, Timeout.InfiniteTimeSpan, CancellationToken.None);

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9-]*$")]
    private static partial Regex NamePattern();

    private IScheduler NewScheduler()
    {
        var config = Settings.Config.GetConfig("akka.scheduler") ?? Config.Empty;
        return Settings.SchedulerClass is "" or Settings.OwnScheduler or $"{Settings.OwnScheduler}, Akka"
            ? new ClockScheduler(Parts, Log)
            : TypeName.Instantiate<IScheduler>(Settings.SchedulerClass, "akka.scheduler.implementation", config, Log);
    }

    private void Ended(Exception? cause)
    {
        if (cause is not null)
        {
            Log.Error(cause, "The root guardian failed; the system has ended.");
        }

        _termination.Run(Log);
        (_scheduler as IDisposable)?.Dispose();
        _termination.Complete();
    }
}
