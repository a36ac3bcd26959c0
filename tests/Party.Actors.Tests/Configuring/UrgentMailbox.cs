using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Party.Actors.Tests.Configuring;

/// <summary>Telegrams come first.</summary>
public sealed class UrgentMailbox(Settings settings, Config config) : UnboundedPriorityMailbox(settings, config)
{
    protected override int PriorityGenerator(object message) => message is "telegram" ? 0 : 1;
}
