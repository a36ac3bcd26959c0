using Akka.TestKit;

namespace Akka.Embedded.Tests;

/// <summary>A kit whose time stands still until it is told to go on.</summary>
public abstract class VirtualKit(string hocon = "")
    : QuietKit("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"\n" + hocon)
{
    protected static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected TestScheduler Clock => (TestScheduler)Sys.Scheduler;
}
