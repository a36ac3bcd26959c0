using Akka;
using Akka.Actor;
using Party.Actors.Draining;

namespace Party.Actors;

/// <summary>Stages that belong together, and end together.</summary>
/// <remarks>
/// It starts nothing and supervises nothing: it knows the stages that it was given, in any order, and asks them who
/// feeds whom. One that is given twice counts once. Safe for use by any thread.
/// </remarks>
public sealed class Pipeline
{
    private readonly ActorSystem _system;
    private readonly IActorRef[] _stages;
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<DrainReport> _last =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private IActorRef? _drain;

    /// <summary>A pipeline of stages that run.</summary>
    /// <param name="system">The actor system.</param>
    /// <param name="stages">The stages, in any order.</param>
    /// <exception cref="ArgumentException">There are none, or one of them is nobody.</exception>
    public Pipeline(ActorSystem system, params IEnumerable<IActorRef> stages)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(stages);
        _system = system;
        _stages = [.. stages.Distinct()];
        if (_stages.Length == 0 || _stages.Any(static stage => stage is null || stage.IsNobody()))
        {
            throw new ArgumentException(
                $"Expected the stages of a pipeline, got {(_stages.Length == 0 ? "none" : "nobody among them")}.",
                nameof(stages));
        }
    }

    /// <summary>
    /// Drains the pipeline, from its producers on: no more is asked for, all that is there is handed on and handled,
    /// each subscription ends with the last word of its consumer, and the stages stop.
    /// </summary>
    /// <param name="deadline">
    /// How long it may take, from 0 to 49 days, or <see cref="Timeout.InfiniteTimeSpan"/>. Past it, what is on its
    /// way is abandoned, and named in the report; a stage that does not answer within a second more is left alone.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting; the draining goes on.</param>
    /// <returns>
    /// The report. A pipeline is drained once: whoever asks again gets the same report, and the first deadline holds.
    /// Where the actor system ends meanwhile, so does the draining.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The deadline is out of range.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled first; if that was before the call, no draining begins by it.
    /// </exception>
    public Task<DrainReport> DrainAsync(TimeSpan deadline, CancellationToken cancellationToken = default)
    {
        var drain = new Protocol.Drain(deadline);
        return cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<DrainReport>(cancellationToken)
            : ReportAsync(Begin(drain.Deadline, out _), cancellationToken);
    }

    /// <summary>
    /// Ends the draining as if its deadline had passed now; drains with a deadline of zero where it has not begun.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting, which is for a second at most.</param>
    /// <returns>The report, which is the same for whoever drains the pipeline.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public Task<DrainReport> AbandonAsync(CancellationToken cancellationToken = default)
    {
        var drain = Begin(TimeSpan.Zero, out var isNew);
        if (!isNew)
        {
            drain?.Tell(PipelineDrain.GiveUp.Instance, ActorRefs.NoSender);
        }

        return ReportAsync(drain, cancellationToken);
    }

    /// <summary>Drains the pipeline when the actor system is shut down, before anything else of it ends.</summary>
    /// <param name="deadline">
    /// As for <see cref="DrainAsync"/>. A phase of the shutdown has a timeout of its own, 5 s by default:
    /// <c>akka.coordinated-shutdown.phases.before-service-unbind.timeout</c>.
    /// </param>
    /// <param name="reported">Hears of the report; null where nobody wants it.</param>
    public void DrainOnShutdown(TimeSpan deadline, Action<DrainReport>? reported = null)
    {
        var drain = new Protocol.Drain(deadline);
        CoordinatedShutdown.Get(_system).AddTask(
            CoordinatedShutdown.PhaseBeforeServiceUnbind,
            $"drain {_stages.Length} stages from {_stages[0].Path.ToStringWithoutAddress()}",
            async () =>
            {
                var report = await DrainAsync(drain.Deadline).ConfigureAwait(false);
                reported?.Invoke(report);
                return Done.Instance;
            });
    }

    // Null where the actor system has ended, or is about to: it starts nothing any more.
    private IActorRef? Begin(TimeSpan deadline, out bool isNew)
    {
        lock (_lock)
        {
            isNew = _drain is null;
            try
            {
                return _drain ??= _system.ActorOf(Props.Create(() => new PipelineDrain(_stages, deadline, _last)));
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }

    // One that has ended with the actor system answers nobody who asks too late.
    private async Task<DrainReport> ReportAsync(IActorRef? drain, CancellationToken cancellationToken)
    {
        var report = drain?.Ask<DrainReport>(
            PipelineDrain.Report.Instance, Timeout.InfiniteTimeSpan, cancellationToken);
        if (report is null)
        {
            return AllGone;
        }

        var first = await Task.WhenAny(report, _last.Task, _system.WhenTerminated).ConfigureAwait(false);
        return first is Task<DrainReport> one ? await one.ConfigureAwait(false) : AllGone;
    }

    private DrainReport AllGone => new(
        [.. _stages.Select(static stage => new DrainedStage(
            stage.Path.ToStringWithoutAddress(), DrainOutcome.Gone))],
        TimeSpan.Zero);
}
