using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Akka.Actor;
using Party.Actors;
using Party.Demand.Sharing;
using Party.Flows.Building;
using Party.Flows.Running;

namespace Party.Flows;

/// <content>
/// How a flow runs: its stages are started under an actor of its own, and all are gone when the task completes. Each
/// run is a run of its own. When an operator or a source fails, so does the run, with a <see cref="FlowException"/>.
/// </content>
public partial class Flow<TEvent>
{
    /// <summary>Runs the flow, and keeps all events.</summary>
    /// <param name="system">Where its stages are started: an actor system, or an actor's context.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellationToken">Ends the flow; what is under way is dropped.</param>
    /// <returns>The events: those of one stage together and in order.</returns>
    public async Task<List<TEvent>> ToListAsync(
        IActorRefFactory system, FlowRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sink = new ListSink<TEvent>();
        await Start(system, options, sink, cancellationToken).Completion.ConfigureAwait(false);
        return sink.ToList();
    }

    /// <summary>Runs the flow for what its operators do besides; its events are dropped.</summary>
    /// <param name="system">Where its stages are started: an actor system, or an actor's context.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellationToken">Ends the flow; what is under way is dropped.</param>
    public Task RunAsync(
        IActorRefFactory system, FlowRunOptions? options = null, CancellationToken cancellationToken = default) =>
        Start(system, options, cancellationToken).Completion;

    /// <summary>Starts the flow for what its operators do besides; its events are dropped.</summary>
    /// <param name="system">Where its stages are started: an actor system, or an actor's context.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellationToken">Ends the flow; what is under way is dropped.</param>
    public FlowRun Start(
        IActorRefFactory system, FlowRunOptions? options = null, CancellationToken cancellationToken = default) =>
        Start(system, options, new CallSink<TEvent>(nameof(RunAsync), call: null), cancellationToken);

    /// <summary>
    /// Runs the flow, and calls a function with every event: in the stage that made it, side by side.
    /// </summary>
    /// <param name="system">Where its stages are started: an actor system, or an actor's context.</param>
    /// <param name="action">It is called by several threads at a time, if the flow ends in several stages.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellationToken">Ends the flow; what is under way is dropped.</param>
    public Task ForEachAsync(
        IActorRefFactory system,
        Action<TEvent> action,
        FlowRunOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Start(system, options, new CallSink<TEvent>(nameof(ForEachAsync), action), cancellationToken).Completion;
    }

    /// <summary>Runs the flow, and writes every event to a channel, which is completed at the end.</summary>
    /// <remarks>Where the channel is full, the flow waits.</remarks>
    /// <param name="system">Where its stages are started: an actor system, or an actor's context.</param>
    /// <param name="writer">It is completed with the failure, where the flow fails.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellationToken">Ends the flow; what is under way is dropped.</param>
    public async Task ToChannelAsync(
        IActorRefFactory system,
        ChannelWriter<TEvent> writer,
        FlowRunOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        try
        {
            await Into(system, [ChannelConsumer<TEvent>.Props(writer)], options, cancellationToken)
                .Completion.ConfigureAwait(false);
            writer.TryComplete();
        }
        catch (Exception error)
        {
            writer.TryComplete(error);
            throw;
        }
    }

    /// <summary>Runs the flow into consumers that it starts, and stops.</summary>
    /// <remarks>They are drained, and stop, when the flow has handed on its last event.</remarks>
    /// <param name="system">Where its stages are started: an actor system, or an actor's context.</param>
    /// <param name="consumers">
    /// What to start them with: consumers without subscriptions of their own; at least one.
    /// </param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellationToken">Ends the flow; what is under way is dropped.</param>
    public FlowRun Into(
        IActorRefFactory system,
        IEnumerable<Props> consumers,
        FlowRunOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var props = Flow.Some(consumers, nameof(Into));
        return Run(
            system,
            options,
            starter => starter.StartOwn(props, StartStages(starter), Layer.Shape.Options),
            cancellationToken);
    }

    /// <summary>Runs the flow into consumers that are there already, and go on when it has ended.</summary>
    /// <param name="system">Where its stages are started: an actor system, or an actor's context.</param>
    /// <param name="consumers">At least one. They are told to subscribe; when all have gone, the flow ends.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellationToken">Ends the flow; what is under way is dropped.</param>
    public FlowRun Into(
        IActorRefFactory system,
        IEnumerable<IActorRef> consumers,
        FlowRunOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var refs = Flow.Some(consumers, nameof(Into));
        return Run(
            system,
            options,
            starter => starter.ConnectLast(refs, StartStages(starter), Layer.Shape.Options),
            cancellationToken);
    }

    /// <summary>An actor that runs the flow for what its operators do besides, for a supervisor to start.</summary>
    /// <remarks>
    /// It stops when the flow has ended. When the flow fails, so does the actor, and its supervisor decides: a restart
    /// runs the flow anew, from its sources on.
    /// </remarks>
    /// <param name="options">How it runs.</param>
    public Props ToProps(FlowRunOptions? options = null)
    {
        var run = options ?? new();
        Func<RunState> begin = () => new(run, starter => Layer.Start(
            starter, new SinkOutlet<TEvent>(new CallSink<TEvent>(nameof(ToProps), call: null))));
        return Props.Create(() => new FlowCoordinator(begin, true));
    }

    /// <summary>The flow's events, which it makes as they are asked for.</summary>
    /// <remarks>
    /// Each time it is gone through the flow runs anew. Where the loop is left early the flow ends; where the loop is
    /// slow, so is the flow.
    /// </remarks>
    /// <param name="system">Where its stages are started.</param>
    /// <param name="options">How it runs.</param>
    public IAsyncEnumerable<TEvent> AsAsyncEnumerable(ActorSystem system, FlowRunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        return ReadAsync(system, options);
    }

    private static FlowRun Run(
        IActorRefFactory system,
        FlowRunOptions? options,
        Action<FlowStarter> begin,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(system);
        return FlowRun.Start(system, new(options ?? new(), begin), cancellationToken);
    }

    private FlowRun Start(
        IActorRefFactory system, FlowRunOptions? options, Sink<TEvent> sink, CancellationToken cancellationToken) =>
        Run(system, options, starter => Layer.Start(starter, new SinkOutlet<TEvent>(sink)), cancellationToken);

    private IReadOnlyList<IActorRef> StartStages(FlowStarter starter) =>
        Layer.Start(starter, new DispatchedOutlet<TEvent>(new DemandDispatcherOptions<TEvent>()));

    private async IAsyncEnumerable<TEvent> ReadAsync(
        ActorSystem system,
        FlowRunOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var started = new TaskCompletionSource<IReadOnlyList<IActorRef>>(
            TaskCreationOptions.RunContinuationsAsynchronously);
        var run = Run(
            system,
            options,
            starter => started.SetResult(StartStages(starter)),
            cancellationToken);
        try
        {
            if (await Task.WhenAny(started.Task, run.Completion).ConfigureAwait(false) == run.Completion)
            {
                await run.Completion.ConfigureAwait(false);
            }

            SubscribeTo[] subscriptions =
            [
                .. (await started.Task.ConfigureAwait(false))
                    .Select(stage => FlowStarter.ToLast(stage, Layer.Shape.Options)),
            ];
            await foreach (var item in system
                .Stream<TEvent>(new StreamOptions { Producers = [] }, subscriptions)
                .WithCancellation(cancellationToken)
                .ConfigureAwait(false))
            {
                yield return item;
            }

            await run.Completion.ConfigureAwait(false);
        }
        finally
        {
            run.Cancel();
            await Task.WhenAny(run.Completion).ConfigureAwait(false);
        }
    }
}
