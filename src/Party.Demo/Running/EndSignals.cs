using System.Runtime.InteropServices;

namespace Party.Demo.Running;

/// <summary>
/// Ctrl-C and SIGTERM end the Party in order; a second time at once; a third time, they end the process.
/// </summary>
internal sealed class EndSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Action _end;
    private int _count;

    public EndSignals(Action end)
    {
        _end = end;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Handle(PosixSignalContext signal)
    {
        if (Interlocked.Increment(ref _count) <= 2)
        {
            signal.Cancel = true;
            _end();
        }
    }
}
