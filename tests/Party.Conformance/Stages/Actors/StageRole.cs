using Party.Actors;
using Party.Actors.Protocol;
using Party.Conformance.Stages.Models;
using Party.Demand.Subscriptions;

namespace Party.Conformance.Stages.Actors;

/// <summary>What all stages under test do alike: they play their program, and write their callbacks down.</summary>
public sealed class StageRole(RecordedStage setup, Diary diary)
{
    private readonly RecordedProgram _program = new(setup);
    private readonly Dictionary<string, SubscriptionId> _subscriptions = [];
    private Exception? _error;

    /// <summary>How the stage stops itself.</summary>
    public required Action<EndReason> Stop { get; init; }

    /// <summary>Who requests the events of this stage's subscriptions.</summary>
    public SubscriptionMode Mode => setup.IsManual ? SubscriptionMode.Manual : SubscriptionMode.Automatic;

    public object[] Demanded(long count)
    {
        diary.Log(setup.Id, LogEntry.Demand(count));
        return Run(() => _program.Demanded(count));
    }

    public object[] Handled(ProducerSubscription? from, ReadOnlySpan<object> events)
    {
        var batch = events.ToArray();
        diary.Log(setup.Id, LogEntry.Events(from?.Options.Note ?? "", batch));
        return Run(() => _program.Handled(batch));
    }

    public void Subscribed(ConsumerSubscription by) => Subscribed("consumer", by.Options);

    public SubscriptionMode Subscribed(ProducerSubscription to)
    {
        _subscriptions[to.Options.Note ?? ""] = to.Id;
        Subscribed("producer", to.Options);
        return Mode;
    }

    public object[] Cancelled(SubscriptionOptions options, Cancellation cancellation)
    {
        var kind = cancellation.IsDown ? "down" : "cancel";
        diary.Log(setup.Id, LogEntry.Cancelled(kind, Reasons.KindOf(cancellation.Reason), options.Note ?? ""));
        return Run(_program.Cancelled);
    }

    public bool Discarded(int count)
    {
        diary.Log(setup.Id, LogEntry.Discarded(count));
        return false;
    }

    public void Noted(string text) => diary.Log(setup.Id, LogEntry.Info(text));

    /// <summary>The subscription that the script calls so; none where there is none.</summary>
    public SubscriptionId Find(string name) => _subscriptions.GetValueOrDefault(name);

    /// <summary>Watches over the handling of one message.</summary>
    public bool Watch(Func<bool> receive)
    {
        try
        {
            return receive();
        }
        catch (Exception error)
        {
            _error = error;
            throw;
        }
    }

    /// <summary>The stage has stopped. One that was killed or stopped by somebody else says nothing.</summary>
    public void Stopped(EndReason? reason)
    {
        var failed = _error is null ? null : Reasons.KindOf(_error);
        var kind = reason is null ? failed : Reasons.KindOf(reason);
        if (kind is not null)
        {
            diary.Log(setup.Id, LogEntry.Terminated(kind));
            diary.End(setup.Id, kind);
        }
    }

    private void Subscribed(string role, SubscriptionOptions options)
    {
        diary.Log(setup.Id, LogEntry.Subscribed(role, options.Note ?? "", Describe(options)));
        Run(() =>
        {
            _program.Subscribed();
            return [];
        });
    }

    private static string Describe(SubscriptionOptions options) =>
        $"{options.MaxDemand}/{options.EffectiveMinDemand()} {options.Cancel.ToString().ToLowerInvariant()} "
        + options.Partition;

    // A program that ends itself: by throwing, by a wrong return, or by saying so.
    private object[] Run(Func<List<object>> program)
    {
        try
        {
            return [.. program()];
        }
        catch (StageExitException exit) when (exit.Message.StartsWith("exception ", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(exit.Message["exception ".Length..]);
        }
        catch (StageExitException exit) when (exit.Message == "bad_return_value")
        {
            object[]? none = null;
            ArgumentNullException.ThrowIfNull(none, Reasons.NoBatch);
            return none;
        }
        catch (StageExitException exit)
        {
            Stop(Reasons.Of(exit.Message));
            return [];
        }
    }
}
