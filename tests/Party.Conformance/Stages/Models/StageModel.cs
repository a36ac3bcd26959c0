using Party.Conformance.Deviations;
using Party.Conformance.Dispatchers.Models;
using Party.Conformance.Recordings;

namespace Party.Conformance.Stages.Models;

/// <summary>
/// GenStage's stage loop, as naively as it can be written. With switches on, it does what Party does instead.
/// </summary>
public sealed partial class StageModel(RecordedStage setup, ModelWorld world) : ModelProcess(setup, world)
{
    // A message with this text ends the stage, as a program would that waits for its own last message.
    private const string StopMark = "\0stop:";

    private readonly RecordedProgram _program = new(setup);

    public override void Start()
    {
        if (StartOptions.Fault(Setup, World.Switches) is { } fault)
        {
            throw new StageExitException(fault);
        }

        if (Setup.IsProducing)
        {
            StartProducing();
        }

        foreach (var request in Setup.SubscribesTo)
        {
            if (SubscribeTo(request.To ?? "", request.Name, request, null, null) is { } failed)
            {
                throw new StageExitException(failed);
            }
        }
    }

    public override void Receive(Message message)
    {
        switch (message)
        {
            case Message.Plain plain:
                ReceivePlain(plain.Text);
                break;
            case Message.Emit emit:
                Dispatch([.. emit.Items]);
                Answer(emit.Answer, "ok");
                break;
            case Message.EmitThenStop emit:
                Tell(Id, new Message.Inform(StopMark + emit.Reason, null));
                Dispatch([.. emit.Items]);
                break;
            case Message.Inform info:
                Answer(info.Answer, "ok");
                Inform(info.Text);
                break;
            case Message.StopIt stop:
                Answer(stop.Answer, "ok");
                throw new StageExitException(stop.Reason);
            case Message.ExitIt { Reason: "normal" }:
                break;
            case Message.ExitIt exit:
                throw new StageExitException(exit.Reason == "kill" ? "killed" : exit.Reason, isLogged: false);
            case Message.Estimate estimate:
                estimate.Answer.Text = $"{Estimate}";
                break;
            case Message.GetDemand demand:
                demand.Answer.Text = _postponed is null ? "forward" : "accumulate";
                break;
            case Message.Down down when _consumers.ContainsKey(down.Subscription):
                EndConsumer(down.Subscription, "down", down.Reason);
                break;
            case Message.Down down:
                EndProducer(down.Subscription, "down", down.Reason);
                break;
            default:
                ReceiveFromStage(message);
                break;
        }
    }

    public override IEnumerable<string> TiesTo(string process) =>
        _consumers.Where(one => one.Value == process).Select(one => one.Key)
            .Concat(_producers.Where(one => one.Value.Process == process).Select(one => one.Key))
            .Concat(_attempts.Where(one => one.Value.Source.Process == process).Select(one => one.Key));

    private static void Answer(Reply? reply, string? text)
    {
        if (reply is not null)
        {
            reply.Text = text;
        }
    }

    private void ReceiveFromStage(Message message)
    {
        // A message for the other role is logged and ignored.
        switch (message)
        {
            case Message.Subscribe subscribe when Setup.IsProducing:
                TakeConsumer(subscribe);
                break;
            case Message.Ask ask when Setup.IsProducing:
                TakeAsk(ask);
                break;
            case Message.Cancel cancel when Setup.IsProducing:
                EndConsumer(cancel.Subscription, "cancel", cancel.Reason);
                break;
            case Message.AskNow:
                _isReminded = false;
                Demanded(0);
                break;
            case Message.SetDemand demand when Setup.Type == StageType.Producer:
                SetDemand(demand.Mode);
                break;
            case Message.Events events when Setup.IsConsuming:
                TakeEvents(events);
                break;
            case Message.Subscribe subscribe when World.On(Switches.D14):
                Reject(subscribe);
                break;
            case Message.Subscribed subscribed:
                Begin(subscribed.Subscription);
                break;
            case Message.Rejected rejected:
                EndAttempt(rejected.Subscription, "cancel", rejected.Reason);
                break;
            case Message.Cancelled cancelled when Setup.IsConsuming:
                EndProducer(cancelled.Subscription, "cancel", cancelled.Reason);
                break;
            case Message.SubscribeTo to:
                var failed = Setup.IsConsuming
                    ? SubscribeTo(to.To, to.Name, to.Request, to.Replaces, to.Answer)
                    : "not_a_consumer";
                Answer(to.Answer, failed is not null ? $"error {failed}" : World.On(Switches.D10) ? null : "ok");
                break;
            case Message.AskFor ask when ask.Count > 0:
                Tell(World.ProducerOf(ask.Subscription), new Message.Ask(Id, ask.Subscription, ask.Count));
                break;
            case Message.CancelIt cancel:
                Leave(cancel.Subscription);
                Tell(
                    World.ProducerOf(cancel.Subscription),
                    new Message.Cancel(Id, cancel.Subscription, RecordedReason.KindOf(cancel.Reason)));
                break;
        }
    }

    private void ReceivePlain(string text)
    {
        if (text.StartsWith(StopMark, StringComparison.Ordinal))
        {
            throw new StageExitException(text[StopMark.Length..]);
        }

        Log(LogEntry.Info(text));
    }

    private void Inform(string text)
    {
        if (Setup.Type == StageType.Consumer)
        {
            Tell(Id, new Message.Plain(text));
        }
        else if (_queue.Count > 0)
        {
            _queue.Add(new Queued(text));
        }
        else
        {
            BufferInfo(text);
        }
    }

    private static T Guard<T>(Func<T> dispatcher)
    {
        try
        {
            return dispatcher();
        }
        catch (ModelFaultException fault)
        {
            throw new StageExitException(RecordedReason.OfException(fault.Message));
        }
    }
}
