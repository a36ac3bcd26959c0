using Akka.Actor;
using Akka.Actor.Hosting;

namespace Akka.Event;

/// <summary>Starts the loggers of a system, and those who write down what nobody handled.</summary>
internal static class Loggers
{
    private const string Listener = "deadLetterListener";

    public static void Start(EmbeddedActorSystem system)
    {
        var stream = system.EventStream;
        stream.SetLogLevel(Logging.LogLevelFor(system.Settings.LogLevel));
        stream.StopStdoutLogger();
        var number = 0;
        foreach (var name in system.Settings.Loggers)
        {
            Start(system, TypeOf(name), ++number);
        }

        if (system.Settings.LogDeadLetters > 0)
        {
            stream.Subscribe(system.SystemActorOf<DeadLetterListener>(Listener), typeof(DeadLetter));
        }

        if (system.Settings.DebugUnhandledMessage)
        {
            stream.Subscribe(
                system.SystemActorOf<UnhandledMessageListener>("unhandledMessageListener"), typeof(UnhandledMessage));
        }
    }

    /// <summary>Leaves dead letters to themselves from now on, unless they are wanted even now.</summary>
    public static void BeginShutdown(EmbeddedActorSystem system)
    {
        if (!system.Settings.LogDeadLettersDuringShutdown)
        {
            system.ActorSelection("/system/" + Listener).Tell(PoisonPill.Instance, ActorRefs.NoSender);
        }
    }

    private static void Start(EmbeddedActorSystem system, Type type, int number)
    {
        if (type == typeof(StandardOutLogger))
        {
            system.EventStream.AddLogger(StandardOutLogger.Instance);
            return;
        }

        var logger = system.SystemActorOf(
            Props.Create(type).WithDispatcher(system.Settings.LoggersDispatcher), $"log{number}-{type.Name}");
        if (type != typeof(DefaultLogger))
        {
            AwaitInitialization(system, logger, type);
        }

        system.EventStream.AddLogger(logger);
    }

    // The contract of custom loggers: the system starts when they are ready, so that they miss nothing.
    private static void AwaitInitialization(EmbeddedActorSystem system, IActorRef logger, Type type)
    {
        var timeout = system.Settings.LoggerStartTimeout;
        try
        {
            var ready = logger.Ask<LoggerInitialized>(new InitializeLogger(system.EventStream), timeout);
            system.Parts.Wait(ready, Timeout.InfiniteTimeSpan, CancellationToken.None);
            ready.GetAwaiter().GetResult();
        }
        catch (Exception error)
        {
            throw new LoggerInitializationException(
                $"Expected logger {type} to answer InitializeLogger with LoggerInitialized within {timeout}, got "
                + $"{error.GetType().Name}.", error);
        }
    }

    private static Type TypeOf(string name) => TypeName.Find(name)
        ?? throw new Configuration.ConfigurationException(
            $"Expected akka.loggers to name types, got \"{name}\", which was not found.");
}
