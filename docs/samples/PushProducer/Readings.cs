using Akka.Actor;
using Party.Actors;

namespace Party.Samples.PushProducer;

/// <summary>A thermometer that is read eight times before somebody looks.</summary>
public static class Readings
{
    /// <summary>Starts a thermometer, which keeps five readings, and then a display.</summary>
    /// <param name="system">Where they live.</param>
    /// <param name="output">Where both print to.</param>
    /// <returns>The display, which ends when it has shown what was kept.</returns>
    public static IActorRef Start(IActorRefFactory system, TextWriter output)
    {
        var thermometer = system.ActorOf(Props.Create(() => new Thermometer(5, output)), "thermometer");
        foreach (var celsius in (double[])[18.5, 18.7, 19.0, 19.4, 19.9, 20.3, 20.6, 20.8])
        {
            thermometer.Tell(celsius);
        }

        thermometer.Tell(new TurnOff());
        return system.ActorOf(
            Consumer.Props<double>(batch => Show(batch, output), new SubscribeTo(thermometer)), "display");
    }

    private static void Show(ReadOnlySpan<double> readings, TextWriter output)
    {
        foreach (var celsius in readings)
        {
            output.WriteLine(FormattableString.Invariant($"shown: {celsius:0.0} °C"));
        }
    }
}
