using System.Text.Json;
using Party.Conformance.Deviations;

namespace Party.Conformance.Dispatchers.Models;

/// <summary>
/// What one of GenStage's dispatchers does, as naively as it can be written: lists, no cleverness, nothing of Party's.
/// With a switch on, it does what Party does instead, on purpose.
/// </summary>
public abstract class DispatcherModel(Switches switches)
{
    private readonly List<StepMessage> _sent = [];

    /// <summary>Demand that the last dispatch gave back, to be asked for anew, with a switch on.</summary>
    public long GivenBack { get; protected set; }

    /// <summary>With D2, how much of the producer's output is wanted, what it owes already included.</summary>
    public abstract long Wanted { get; }

    /// <summary>With D2, whether events that nobody asked for are taken without waiting, if they are wanted.</summary>
    public virtual bool TakesUninvited => true;

    /// <summary>With D2, how many events that wait can be handed on, while the producer owes so many.</summary>
    public virtual long RoomBeside(long owed) => Wanted;

    /// <summary>Takes a subscription in.</summary>
    /// <returns>The demand to ask upstream.</returns>
    /// <exception cref="RefusedException">The subscription is refused.</exception>
    /// <exception cref="ModelFaultException">The dispatcher raises.</exception>
    public abstract long Subscribe(string subscription, string process, JsonElement options);

    /// <returns>The demand to ask upstream.</returns>
    public abstract long Ask(string subscription, long count);

    /// <returns>The demand to ask upstream.</returns>
    public abstract long Cancel(string subscription, string process);

    /// <returns>The events that nobody takes.</returns>
    public abstract List<object> Dispatch(List<object> events);

    public virtual void Info(string message) => Send(StepMessage.Released(message));

    /// <summary>What was sent since this was last called.</summary>
    public List<StepMessage> TakeSent()
    {
        List<StepMessage> sent = [.. _sent];
        _sent.Clear();
        return sent;
    }

    protected bool On(Switches one) => switches.HasFlag(one);

    protected void Send(StepMessage message) => _sent.Add(message);

    /// <summary>A bad subscription crashes the dispatcher; with D5 it is refused.</summary>
    protected Exception Bad(string refusal) =>
        On(Switches.D5) ? new RefusedException(refusal) : new ModelFaultException(refusal);
}
