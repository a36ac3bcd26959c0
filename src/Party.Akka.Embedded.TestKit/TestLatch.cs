using Akka.TestKit.Expectations;

namespace Akka.TestKit;

/// <summary>A gate that opens after a number of signals; threads wait before it with a time limit.</summary>
public class TestLatch
{
    /// <summary>5 seconds, the waiting time where none is given.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Func<TimeSpan, TimeSpan> _dilate;
    private readonly TimeSpan _defaultTimeout;
    private readonly int _count;
    private TaskCompletionSource _opening = new();
    private int _missing;

    /// <summary>A gate that one signal opens.</summary>
    public TestLatch()
        : this(1)
    {
    }

    /// <summary>A gate that the given number of signals opens; <see cref="Ready()"/> waits 5 seconds.</summary>
    public TestLatch(int count)
        : this(count, DefaultTimeout)
    {
    }

    /// <summary>A gate that the given number of signals opens; <see cref="Ready()"/> waits the given time.</summary>
    public TestLatch(int count, TimeSpan defaultTimeout)
        : this(static time => time, defaultTimeout, count)
    {
    }

    /// <summary>A gate whose waiting times go through a function before they are used.</summary>
    protected TestLatch(Func<TimeSpan, TimeSpan> dilate, TimeSpan defaultTimeout, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _dilate = dilate;
        _defaultTimeout = defaultTimeout;
        _count = count;
        Reset();
    }

    /// <summary>Whether all signals were given.</summary>
    public bool IsOpen => Volatile.Read(ref _missing) == 0;

    /// <summary>Gives one signal.</summary>
    /// <exception cref="InvalidOperationException">The gate is open already.</exception>
    public void CountDown()
    {
        lock (_gate)
        {
            if (IsOpen)
            {
                throw new InvalidOperationException("Cannot count an open latch down. Call Reset to shut it first.");
            }

            _missing--;
            OpenIfComplete();
        }
    }

    /// <summary>Gives all signals that are missing.</summary>
    public void Open()
    {
        lock (_gate)
        {
            _missing = 0;
            OpenIfComplete();
        }
    }

    /// <summary>Shuts the gate: all signals are missing again.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _missing = _count;
            _opening = new();
            OpenIfComplete();
        }
    }

    /// <summary>Waits for the gate to open, for as long as the constructor said.</summary>
    /// <exception cref="TimeoutException">It stayed shut.</exception>
    public void Ready() => Ready(_defaultTimeout);

    /// <summary>Waits for the gate to open, for a time that is dilated if the latch came from a kit.</summary>
    /// <exception cref="TimeoutException">It stayed shut.</exception>
    public void Ready(TimeSpan timeout)
    {
        var limit = _dilate(timeout);
        if (!_opening.Task.Wait(limit))
        {
            throw new TimeoutException(
                $"Expected the latch to open within {Wording.Of(limit)}, got {_count - _missing} of {_count} signals.");
        }
    }

    internal static TestLatch Dilated(Func<TimeSpan, TimeSpan> dilate, TimeSpan defaultTimeout, int count) =>
        new(dilate, defaultTimeout, count);

    private void OpenIfComplete()
    {
        if (IsOpen)
        {
            _opening.TrySetResult();
        }
    }
}
