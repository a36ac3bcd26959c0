using Party.Demand.Dispatching;

namespace Party.Actors;

/// <summary>A producer that has to wait for its events: for a database, a file, a service.</summary>
/// <remarks>
/// <para>
/// Derive from it and override <see cref="HandleDemandAsync"/>. While that has not completed, the stage goes on to take
/// what consumers send it: subscriptions, demand, confirmations, cancels, a drain. None of its own code runs between:
/// messages for its own behaviour and callbacks come when the handler has ended, before the next. So its state needs
/// no lock, and its context may be used after an await as before.
/// </para>
/// <para>
/// <c>PoisonPill</c>, <c>Kill</c> and <c>Context.Stop</c> do not wait for it: they cancel its token.
/// </para>
/// </remarks>
public abstract class AsyncProducer<TEvent> : ProducerStage<TEvent>
{
    // Asked for while a handler was waiting.
    private long _demand;

    /// <summary>A producer with default options.</summary>
    protected AsyncProducer()
        : this(new())
    {
    }

    /// <summary>A producer with options.</summary>
    /// <exception cref="ArgumentException">The options contradict each other, or a selector is missing.</exception>
    protected AsyncProducer(ProducerOptions<TEvent> options)
        : base(options)
    {
    }

    /// <summary>Emits what is asked for, now or later.</summary>
    /// <param name="demand">How many events to emit beyond what is still owed from earlier calls, at least 1.</param>
    /// <param name="cancellationToken">
    /// Cancelled when nothing is wanted any more, since the stage is drained, stopped or restarted. A drain waits until
    /// this ends; <see cref="OperationCanceledException"/> is then no failure.
    /// </param>
    /// <returns>Completes when the stage may be asked again. What is emitted is handed on at every await.</returns>
    protected abstract ValueTask HandleDemandAsync(int demand, CancellationToken cancellationToken);

    private protected override void Meet(DemandIncrement demand)
    {
        _demand += demand.Total;
        Begin();
    }

    private protected override void GoOn()
    {
        Side.GoOn();
        Begin();
    }

    private protected override void End(Exception? error)
    {
        // What was emitted before a failure counts; the rest is still owed, and is asked for again.
        if (error is not null)
        {
            _demand = 0;
            Side.AskAgain();
        }

        Side.Leave();
        Side.CallLater();
    }

    private void Begin()
    {
        while (_demand > 0 && Handling.IsReady && !IsDraining && StopReason is null)
        {
            var demand = (int)Math.Min(_demand, int.MaxValue);
            _demand -= demand;
            Side.Enter();
            Handling.Run(() => HandleDemandAsync(demand, Handling.Token));
        }
    }
}
