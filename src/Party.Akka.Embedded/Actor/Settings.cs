using Akka.Actor.Hosting;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The configuration of a system as the runtime uses it. Each property names its path.</summary>
public class Settings
{
    // The name of Akka.NET's scheduler stands for the runtime's own, as does the name of its only provider.
    internal const string OwnScheduler = "Akka.Actor.HashedWheelTimerScheduler";

    private const string OwnProvider = "Akka.Actor.LocalActorRefProvider";

    /// <summary>Reads <paramref name="config"/> over the defaults.</summary>
    public Settings(ActorSystem system, Config config)
    {
        System = system;
        Config = config.SafeWithFallback(ConfigurationFactory.Default()) ?? ConfigurationFactory.Default();

        CheckProvider(Text("akka.actor.provider"));
        ProviderClass = OwnProvider;
        ConfigVersion = Text("akka.version");
        Home = Text("akka.home");
        CreationTimeout = Config.GetTimeSpan("akka.actor.creation-timeout");
        UnstartedPushTimeout = Config.GetTimeSpan("akka.actor.unstarted-push-timeout");
        SerializeAllMessages = RefusedSwitch("akka.actor.serialize-messages");
        SerializeAllCreators = RefusedSwitch("akka.actor.serialize-creators");
        EmitActorTelemetry = RefusedSwitch("akka.actor.telemetry.enabled");
        AskTimeout = Config.GetTimeSpan("akka.actor.ask-timeout");
        SupervisorStrategyClass = Text("akka.actor.guardian-supervisor-strategy");
        SchedulerClass = Text("akka.scheduler.implementation");
        SchedulerShutdownTimeout = Config.GetTimeSpan("akka.scheduler.shutdown-timeout");

        LogLevel = Text("akka.loglevel");
        StdoutLogLevel = Text("akka.stdout-loglevel");
        Loggers = Config.GetStringList("akka.loggers");
        LoggersDispatcher = Text("akka.loggers-dispatcher");
        LoggerStartTimeout = Config.GetTimeSpan("akka.logger-startup-timeout");
        LoggerAsyncStart = Config.GetBoolean("akka.logger-async-start");
        LogFormatter = NewFormatter(Text("akka.logger-formatter"));
        StdoutLogger = NewStdoutLogger(Text("akka.stdout-logger-class"));
        LogConfigOnStart = Config.GetBoolean("akka.log-config-on-start");
        LogSerializerOverrideOnStart = Config.GetBoolean("akka.log-serializer-override-on-start");
        LogDeadLetters = CountOrSwitch("akka.log-dead-letters");
        LogDeadLettersDuringShutdown = Config.GetBoolean("akka.log-dead-letters-during-shutdown");
        LogDeadLettersSuspendDuration = Config.GetTimeSpan("akka.log-dead-letters-suspend-duration");

        AddLoggingReceive = Config.GetBoolean("akka.actor.debug.receive");
        FsmDebugEvent = Config.GetBoolean("akka.actor.debug.fsm");
        DebugRouterMisconfiguration = Config.GetBoolean("akka.actor.debug.router-misconfiguration");
        DebugTimerScheduler = Config.GetBoolean("akka.actor.debug.log-timers");
        DebugAutoReceive = Config.GetBoolean("akka.actor.debug.autoreceive");
        DebugLifecycle = Config.GetBoolean("akka.actor.debug.lifecycle");
        DebugEventStream = Config.GetBoolean("akka.actor.debug.event-stream");
        DebugUnhandledMessage = Config.GetBoolean("akka.actor.debug.unhandled");

        CoordinatedShutdownTerminateActorSystem = Config.GetBoolean("akka.coordinated-shutdown.terminate-actor-system");
        CoordinatedShutdownRunByActorSystemTerminate =
            Config.GetBoolean("akka.coordinated-shutdown.run-by-actor-system-terminate");
        if (CoordinatedShutdownRunByActorSystemTerminate && !CoordinatedShutdownTerminateActorSystem)
        {
            throw new ConfigurationException(
                "Expected terminate-actor-system = on beside run-by-actor-system-terminate = on in "
                + "akka.coordinated-shutdown, got off: Terminate would run a shutdown that does not terminate. "
                + "Switch both off, or both on.");
        }
    }

    /// <summary>The system these settings belong to.</summary>
    public ActorSystem System { get; }

    /// <summary>All of the configuration, the defaults included.</summary>
    public Config Config { get; private set; }

    /// <summary>What Akka.NET calls its version: akka.version.</summary>
    public string ConfigVersion { get; }

    /// <summary>What makes references: akka.actor.provider, in full.</summary>
    public string ProviderClass { get; }

    /// <summary>Whether the provider is one of a cluster; never.</summary>
    public bool HasCluster => false;

    /// <summary>A directory for whoever asks for it: akka.home. The runtime does not.</summary>
    public string Home { get; }

    /// <summary>Only to be read: akka.actor.creation-timeout. Nobody waits for an actor's creation.</summary>
    public TimeSpan CreationTimeout { get; }

    /// <summary>Only to be read: akka.actor.unstarted-push-timeout. Messages always find their mailbox.</summary>
    public TimeSpan UnstartedPushTimeout { get; }

    /// <summary>Off: akka.actor.serialize-messages. A system that switches it on does not start.</summary>
    public bool SerializeAllMessages { get; }

    /// <summary>Off: akka.actor.serialize-creators. A system that switches it on does not start.</summary>
    public bool SerializeAllCreators { get; }

    /// <summary>Off: akka.actor.telemetry.enabled. A system that switches it on does not start.</summary>
    public bool EmitActorTelemetry { get; }

    /// <summary>How long an Ask waits that was given no time: akka.actor.ask-timeout.</summary>
    public TimeSpan AskTimeout { get; }

    /// <summary>Makes the strategy for top-level actors: akka.actor.guardian-supervisor-strategy.</summary>
    public string SupervisorStrategyClass { get; }

    /// <summary>The type of the scheduler: akka.scheduler.implementation.</summary>
    /// <remarks>Empty or <c>Akka.Actor.HashedWheelTimerScheduler</c> for the runtime's own.</remarks>
    public string SchedulerClass { get; }

    /// <summary>Only to be read: akka.scheduler.shutdown-timeout. The scheduler has no thread to wait for.</summary>
    public TimeSpan SchedulerShutdownTimeout { get; }

    /// <summary>What the loggers are told at least: akka.loglevel.</summary>
    public string LogLevel { get; }

    /// <summary>What the console is told at least until the loggers have started: akka.stdout-loglevel.</summary>
    public string StdoutLogLevel { get; }

    /// <summary>The types of the loggers: akka.loggers.</summary>
    public IList<string> Loggers { get; }

    /// <summary>The thread dispatcher of the loggers: akka.loggers-dispatcher.</summary>
    public string LoggersDispatcher { get; }

    /// <summary>How long a logger may take to start: akka.logger-startup-timeout.</summary>
    public TimeSpan LoggerStartTimeout { get; }

    /// <summary>Only to be read: akka.logger-async-start. The start waits for the loggers in any case.</summary>
    public bool LoggerAsyncStart { get; }

    /// <summary>Puts arguments into templates: akka.logger-formatter.</summary>
    public ILogMessageFormatter LogFormatter { get; }

    /// <summary>Writes while there are no loggers, and for the default one: akka.stdout-logger-class.</summary>
    public MinimalLogger StdoutLogger { get; }

    /// <summary>Whether the whole configuration is logged at the start: akka.log-config-on-start.</summary>
    public bool LogConfigOnStart { get; }

    /// <summary>Only to be read: akka.log-serializer-override-on-start. There are no serializers.</summary>
    public bool LogSerializerOverrideOnStart { get; }

    /// <summary>How many dead letters are logged before a pause, int.MaxValue for all: akka.log-dead-letters.</summary>
    public int LogDeadLetters { get; }

    /// <summary>Whether they are logged while the system terminates: akka.log-dead-letters-during-shutdown.</summary>
    public bool LogDeadLettersDuringShutdown { get; }

    /// <summary>How long the pause is, -1 ms for ever: akka.log-dead-letters-suspend-duration.</summary>
    public TimeSpan LogDeadLettersSuspendDuration { get; }

    /// <summary>Only to be read: akka.actor.debug.receive. No ReceiveActor logs what it receives.</summary>
    public bool AddLoggingReceive { get; }

    /// <summary>Only to be read: akka.actor.debug.fsm. There are no state machines.</summary>
    public bool FsmDebugEvent { get; }

    /// <summary>Only to be read: akka.actor.debug.router-misconfiguration. There are no routers.</summary>
    public bool DebugRouterMisconfiguration { get; }

    /// <summary>Only to be read: akka.actor.debug.log-timers. Timers are not logged.</summary>
    public bool DebugTimerScheduler { get; }

    /// <summary>Whether messages handled by the runtime itself are logged: akka.actor.debug.autoreceive.</summary>
    public bool DebugAutoReceive { get; }

    /// <summary>Whether starts, restarts, stops and watches are logged: akka.actor.debug.lifecycle.</summary>
    public bool DebugLifecycle { get; }

    /// <summary>Whether subscriptions to the event stream are logged: akka.actor.debug.event-stream.</summary>
    public bool DebugEventStream { get; }

    /// <summary>Whether unhandled messages are logged: akka.actor.debug.unhandled.</summary>
    public bool DebugUnhandledMessage { get; }

    /// <summary>Whether it ends the system: akka.coordinated-shutdown.terminate-actor-system.</summary>
    public bool CoordinatedShutdownTerminateActorSystem { get; }

    /// <summary>Whether Terminate runs it: akka.coordinated-shutdown.run-by-actor-system-terminate.</summary>
    public bool CoordinatedShutdownRunByActorSystemTerminate { get; }

    /// <summary>Adds defaults that an extension brings along.</summary>
    public void InjectTopLevelFallback(Config config) => Config = Config.WithFallback(config);

    /// <summary>The whole configuration as text.</summary>
    public override string ToString() => Config.ToString(includeFallback: true);

    private static ILogMessageFormatter NewFormatter(string name) =>
        name.Length == 0 || TypeName.Find(name) == typeof(DefaultLogMessageFormatter)
            ? DefaultLogMessageFormatter.Instance
            : New<ILogMessageFormatter>(name, "akka.logger-formatter");

    private static MinimalLogger NewStdoutLogger(string name) =>
        string.IsNullOrWhiteSpace(name)
            ? new StandardOutLogger()
            : New<MinimalLogger>(name, "akka.stdout-logger-class");

    private static T New<T>(string name, string path)
        where T : class
    {
        var type = TypeName.Find(name);
        return typeof(T).IsAssignableFrom(type)
            ? (T)(Activator.CreateInstance(type) ?? type)
            : throw new ArgumentException(
                $"Expected {path} to name a {typeof(T)} with a constructor without arguments, got \"{name}\".");
    }

    private string Text(string path) => Config.GetString(path) ?? "";

    private static void CheckProvider(string provider)
    {
        if (provider is not ("" or "local" or OwnProvider or $"{OwnProvider}, Akka"))
        {
            throw new ConfigurationException(
                $"Expected akka.actor.provider to be local or {OwnProvider}, got \"{provider}\". The embedded runtime "
                + "has actors in this process only. Build against Akka.NET's own packages for any other.");
        }
    }

    private bool RefusedSwitch(string path) => Config.GetBoolean(path)
        ? throw new ConfigurationException(
            $"Expected {path} = off, got on. The embedded runtime has nothing of the kind. Switch it off, or build "
            + "against Akka.NET's own packages.")
        : false;

    private int CountOrSwitch(string path) => Text(path).ToLowerInvariant() switch
    {
        "on" or "true" or "yes" => int.MaxValue,
        "off" or "false" or "no" or "" => 0,
        _ => Config.GetInt(path),
    };
}
