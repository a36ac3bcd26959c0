using Akka.Actor;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Partitions;

/// <summary>A producer whose partitions nobody has subscribed to.</summary>
internal sealed class EmptyLine : IDisposable
{
    private readonly ActorSystem _system = Systems.Start();

    public EmptyLine(PartySetup setup)
    {
        var producer = _system.ActorOf(setup.IsAddressed
            ? Props.Create(() => new AddressedNumbers(setup, new()))
            : Props.Create(() => new Numbers(setup, new())));
        producer.Ask<int>(MostParkedNow.Instance).GetAwaiter().GetResult();
    }

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();
}
