using Akka.Actor;

namespace Party.Actors.Tests.Supervising;

/// <summary>Tells a test when it starts and ends, and ends as it is told.</summary>
internal sealed class Pupil : ReceiveActor
{
    private readonly IActorRef _test;
    private readonly string _text;

    public Pupil(IActorRef test, string text)
    {
        if (text.StartsWith("born dead", StringComparison.Ordinal))
        {
            throw new FormatException($"{text}!");
        }

        _test = test;
        _text = text;
        Receive<string>(_ => Context.Stop(Self), static word => word == "stop");
        Receive<string>(word => test.Tell($"{text} heard {word}"));
        Receive<Exception>(error => throw error);
        Receive<ManualResetEventSlim>(gate =>
        {
            test.Tell($"{text} waits");
            gate.Wait();
        });
    }

    public static Props Props(IActorRef test, string text = "pupil") =>
        Akka.Actor.Props.Create(() => new Pupil(test, text));

    protected override void PreStart()
    {
        _test.Tell($"{_text} started");
        if (_text.StartsWith("hasty", StringComparison.Ordinal))
        {
            Context.Stop(Self);
        }
    }

    protected override void PostStop() => _test.Tell($"{_text} ended");
}
