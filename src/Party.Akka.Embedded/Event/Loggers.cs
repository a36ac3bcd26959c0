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
        var source = $"{Logging.SimpleName(stream)}({system.Name})";
        stream.SetLogLevel(Logging.LogLevelFor(system.Settings.LogLevel));
        var types = system.Settings.Loggers.Select(TypeOf).ToList();
        for (var number = 1; number <= types.Count; number++)
        {
            if (!typeof(MinimalLogger).IsAssignableFrom(types[number - 1]))
            {
                Start(system, types[number - 1], number, source);
            }
        }

        if (system.Settings.DebugUnhandledMessage)
        {
            stream.Subscribe(
                system.SystemActorOf<UnhandledMessageForwarder>(nameof(UnhandledMessageForwarder)),
                typeof(UnhandledMessage));
        }

        if (!types.Exists(typeof(MinimalLogger).IsAssignableFrom))
        {
            stream.Trace($"{Logging.SimpleName(system.Settings.StdoutLogger)} being removed", source);
            stream.StopStdoutLogger(system.Settings);
        }

        stream.Trace("Default Loggers started", source);
    }

    public static void StartDeadLetterListener(EmbeddedActorSystem system)
    {
        if (system.Settings.LogDeadLetters > 0)
        {
            system.SystemActorOf<DeadLetterListener>(Listener);
        }
    }

    /// <summary>Leaves dead letters to themselves from now on, unless they are wanted even now.</summary>
    public static void BeginShutdown(EmbeddedActorSystem system)
    {
        if (!system.Settings.LogDeadLettersDuringShutdown)
        {
            system.Provider.SystemGuardian.Child(Listener)?.SendSystemMessage(new Dispatch.SystemMessages.Terminate());
        }
    }

    /// <summary>Hands over to the standard out logger, when all actors of the application have ended.</summary>
    public static void Stop(EmbeddedActorSystem system)
    {
        foreach (var logger in system.EventStream.RemoveLoggers(system.Settings))
        {
            system.Stop(logger);
        }

        system.EventStream.Trace("All default loggers stopped");
    }

    private static void Start(EmbeddedActorSystem system, Type type, int number, string source)
    {
        var name = $"log{number}-{type.Name}";
        var logger = system.SystemActorOf(
            Props.Create(type).WithDispatcher(system.Settings.LoggersDispatcher), name);
        var fullName = $"{name} [{type.FullName}]";

        // The default logger is ready as soon as it lives, and what it is told before that waits in its mailbox.
        if (type == typeof(DefaultLogger))
        {
            Add(system, logger, fullName, source);
            return;
        }

        var answer = logger.Ask(new InitializeLogger(system.EventStream), Timeout.InfiniteTimeSpan);
        var added = answer.ContinueWith(
            task => Answered(task, system, logger, fullName, source),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);

        // The contract of custom loggers: the system starts when they are ready, so that they miss nothing.
        if (!system.Parts.Wait(added, system.Settings.LoggerStartTimeout, CancellationToken.None))
        {
            system.EventStream.Publish(new Warning(source, system.EventStream.GetType(),
                $"Logger {fullName} did not respond within {system.Settings.LoggerStartTimeout} to "
                + "InitializeLogger(bus). It will be used as soon as it does; until then it misses events."));
        }
    }

    private static void Answered(
        Task<object> answer, EmbeddedActorSystem system, IActorRef logger, string fullName, string source)
    {
        if (!answer.IsCompletedSuccessfully)
        {
            return;
        }

        if (answer.Result is LoggerInitialized)
        {
            Add(system, logger, fullName, source);
            return;
        }

        system.EventStream.Publish(new Error(null, source, system.EventStream.GetType(),
            $"Logger {fullName} did not respond with {nameof(LoggerInitialized)}, sent instead "
            + $"{answer.Result.GetType()}. Stopping logger."));
        system.Stop(logger);
    }

    private static void Add(EmbeddedActorSystem system, IActorRef logger, string fullName, string source)
    {
        system.EventStream.AddLogger(logger);
        system.EventStream.Trace($"Logger {fullName} started", source);
    }

    private static Type TypeOf(string name) => TypeName.Find(name)
        ?? throw new Configuration.ConfigurationException(
            $"Expected akka.loggers to name types, got \"{name}\", which was not found.");
}
