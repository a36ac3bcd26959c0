using Akka.Actor;

namespace Party.Demo.Stages;

/// <summary>Producer → supervisor: there are no more words.</summary>
internal sealed record WordsExhausted;

/// <summary>Consumer → consumers' supervisor: the producer has taken the subscription.</summary>
internal sealed record ConsumerJoined(string Partition);

/// <summary>Consumers' supervisor → supervisor: every partition that is to have a consumer has one.</summary>
internal sealed record ConsumersJoined;

/// <summary>Consumers' supervisor → supervisor: these are the consumers.</summary>
internal sealed record ConsumersStarted(IReadOnlyList<IActorRef> Consumers);

/// <summary>Consumers' supervisor → supervisor: a consumer has stopped.</summary>
internal sealed record ConsumerEnded(string Consumer);

/// <summary>Host → supervisor: end the Party; a second time, at once.</summary>
internal sealed record EndParty;

/// <summary>Producer → itself: words that were read.</summary>
internal sealed record WordsRead(IReadOnlyList<string> Words);

/// <summary>Producer → itself: the words could not be read.</summary>
internal sealed record ReadFailed(Exception Cause);

/// <summary>Producer → itself: time has passed.</summary>
internal sealed record PaceTick;
