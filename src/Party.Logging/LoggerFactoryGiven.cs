using Akka.Actor;
using Microsoft.Extensions.Logging;

namespace Party.Logging;

/// <summary>Tells the loggers of a system that it has a factory now.</summary>
internal sealed record LoggerFactoryGiven(ILoggerFactory Factory) : INoSerializationVerificationNeeded;
