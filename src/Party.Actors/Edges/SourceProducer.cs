using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Akka.Actor;
using Akka.Event;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Edges;

/// <summary>Emits what it reads from a source: exactly what is asked for, as soon as it is there.</summary>
internal sealed class SourceProducer<TEvent> : Producer<TEvent>
{
    private readonly Reading<TEvent> _reading;
    private readonly OnLastConsumerGone _onLastConsumerGone;
    private readonly ILoggingAdapter _log = Context.GetLogger();

    // Asked for and not yet read. After a restart it is 0, and the stage is asked again.
    private long _wanted;

    public SourceProducer(
        Readings<TEvent> readings, ProducerOptions<TEvent> options, OnLastConsumerGone onLastConsumerGone)
        : base(options)
    {
        _reading = readings.Of(Self);
        _onLastConsumerGone = onLastConsumerGone;
        Receive<SourceSignal.Waited>(On);
        Receive<SourceSignal.Failed>(On);
        Receive<SourceSignal.Left>(_ => On());
    }

    /// <summary>Looks, when a subscription has ended, whether it was the last.</summary>
    /// <remarks>A consumer that subscribes anew may have left before it is there again: so look later.</remarks>
    protected override bool AroundReceive(Receive receive, object message)
    {
        if (_onLastConsumerGone == OnLastConsumerGone.Stop && message is Cancel or Terminated)
        {
            Self.Tell(new SourceSignal.Left(), Self);
        }

        return base.AroundReceive(receive, message);
    }

    protected override void HandleDemand(DemandIncrement demand)
    {
        _wanted += demand.Total;
        Read();
    }

    /// <inheritdoc/>
    public override void AroundPostStop()
    {
        base.AroundPostStop();
        _reading.Close(_log);
    }

    private void On(SourceSignal.Waited waited)
    {
        _reading.IsWaiting = false;
        if (waited.IsMore)
        {
            Read();
        }
        else
        {
            End(EndReason.Normal);
        }
    }

    private void On()
    {
        if (Side.IsDeserted)
        {
            Stop(EndReason.Normal);
        }
    }

    private void Read()
    {
        while (_wanted > 0 && !IsDraining && TryRead(out var item))
        {
            _wanted--;
            Emit(item);
        }
    }

    private bool TryRead([MaybeNullWhen(false)] out TEvent item)
    {
        item = default;
        if (_reading.IsWaiting || _reading.IsOver)
        {
            return false;
        }

        try
        {
            while (!_reading.Source.TryRead(out item))
            {
                if (!IsMore())
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception error)
        {
            End(EndReason.Failure(error.Message));
            throw;
        }
    }

    private bool IsMore()
    {
        var answer = _reading.Source.WaitAsync().AsTask();
        if (!answer.IsCompletedSuccessfully)
        {
            _reading.IsWaiting = true;
            answer.PipeTo(
                Self,
                Self,
                static isMore => new SourceSignal.Waited(isMore),
                static error => new SourceSignal.Failed(error));
            return false;
        }

        if (!answer.Result)
        {
            End(EndReason.Normal);
        }

        return answer.Result;
    }

    private void On(SourceSignal.Failed failed)
    {
        _reading.IsWaiting = false;
        End(EndReason.Failure(failed.Error.Message));
        ExceptionDispatchInfo.Throw(failed.Error);
    }

    // The supervisor hears of a failure; where it lets the stage live, that goes on to hand on what it has read.
    private void End(EndReason reason)
    {
        _reading.IsOver = true;
        _reading.Close(_log);
        StopWhenConfirmed(reason);
    }
}
