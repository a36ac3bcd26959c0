using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Buffering;
using Party.Demand.Dispatching;

namespace Party.Samples.PushProducer;

/// <summary>Is told what it measures, whether anybody wants to know or not, and keeps the newest readings.</summary>
public sealed class Thermometer : Producer<double>
{
    private readonly TextWriter _output;

    /// <summary>A thermometer.</summary>
    /// <param name="kept">How many readings it keeps while nobody asks.</param>
    /// <param name="output">Where it says what it has dropped.</param>
    public Thermometer(int kept, TextWriter output)
        : base(new() { Buffer = new EventBufferOptions { Size = kept, Keep = BufferKeep.Last } })
    {
        _output = output;
        Receive<double>(Emit);
        Receive<TurnOff>(_ => Inform("all is handed on"));
        Receive<string>(_ => Stop(EndReason.Normal));
    }

    // What is wanted comes when there is a reading.
    protected override void HandleDemand(DemandIncrement demand)
    {
    }

    protected override bool OnDiscarded(int count)
    {
        _output.WriteLine($"dropped: {count}");
        return false;
    }
}
