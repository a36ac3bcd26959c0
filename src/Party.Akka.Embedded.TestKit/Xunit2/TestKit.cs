using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Configs;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>The base of an xunit test class: a kit with a system of its own, which ends with the test.</summary>
public class TestKit : TestKitBase, IDisposable
{
    /// <summary>Where the system's log goes, if the test gave its output to the constructor; else null.</summary>
    protected readonly ITestOutputHelper? Output;

    private bool _disposed;

    /// <summary>Uses a system that exists, or makes one called <c>test</c>; either ends with the test.</summary>
    public TestKit(ActorSystem? system = null, ITestOutputHelper? output = null)
        : base(Assertions, system)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Makes a system of a configuration, with <see cref="DefaultConfig"/> below it.</summary>
    public TestKit(Config config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(Assertions, config, actorSystemName)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Makes a system called <c>test</c> of HOCON text, with <see cref="DefaultConfig"/> below it.</summary>
    public TestKit(string config, ITestOutputHelper? output = null)
        : this(ConfigurationFactory.ParseString(config), null, output)
    {
    }

    /// <summary>The settings of the kit itself, which lie below those that a test gives.</summary>
    public static new Config DefaultConfig => TestConfigs.DefaultConfig;

    /// <summary>Settings with which the system logs everything that it can, at debug level.</summary>
    public static new Config FullDebugConfig => TestKitBase.FullDebugConfig;

    /// <summary>How expectations fail: with xunit's own exception.</summary>
    protected static XunitAssertions Assertions { get; } = new();

    /// <summary>Ends the test: <see cref="AfterAll"/>, once.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Called at the end of a test. Who overrides it calls it, or the system lives on.</summary>
    protected virtual void AfterAll() => Shutdown();

    /// <summary>Ends the test when <paramref name="disposing"/>, the first time.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            ImplicitSender.Release(TestActor);
            AfterAll();
        }
    }

    /// <summary>Writes what a system logs to the test's output, if the test has one.</summary>
    protected void InitializeLogger(ActorSystem system) => InitializeLogger(system, "");

    /// <summary>Writes what a system logs to the test's output, each line after the prefix in brackets.</summary>
    protected void InitializeLogger(ActorSystem system, string prefix)
    {
        ArgumentNullException.ThrowIfNull(system);
        if (Output is not { } output)
        {
            return;
        }

        // On the logging thread, so that no line comes too late for the test.
        var lead = string.IsNullOrEmpty(prefix) ? "" : $"[{prefix}]";
        var props = Props.Create(() => new TestOutputLogger(output, lead)).WithDispatcher(CallingThreadDispatcher.Id);
        ((ExtendedActorSystem)system).SystemActorOf(props);
    }
}
