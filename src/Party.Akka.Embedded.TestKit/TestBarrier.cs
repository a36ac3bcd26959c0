using Akka.TestKit.Expectations;

namespace Akka.TestKit;

/// <summary>A meeting point for a number of threads: none passes before all have come.</summary>
public class TestBarrier
{
    /// <summary>5 seconds, the waiting time that <c>akka.test.default-timeout</c> has, too.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly TestKitBase _testKit;
    private readonly int _count;
    private readonly TimeSpan _defaultTimeout;
    private TaskCompletionSource _meeting = new();
    private int _present;

    /// <summary>A meeting point for <paramref name="count"/> threads.</summary>
    /// <param name="testKit">Stretches the waiting times.</param>
    /// <param name="count">How many threads meet.</param>
    /// <param name="defaultTimeout">Of <see cref="Await()"/>; else 5 s, <c>akka.test.default-timeout</c>.</param>
    public TestBarrier(TestKitBase testKit, int count, TimeSpan? defaultTimeout = null)
    {
        ArgumentNullException.ThrowIfNull(testKit);
        _testKit = testKit;
        _count = count;
        _defaultTimeout = defaultTimeout ?? testKit.TestKitSettings.DefaultTimeout;
    }

    /// <summary>Waits for the others, for as long as the constructor said.</summary>
    /// <exception cref="TimeoutException">Not all came.</exception>
    public void Await() => Await(_defaultTimeout);

    /// <summary>Waits for the others, for as long as is said here, dilated.</summary>
    /// <exception cref="TimeoutException">Not all came.</exception>
    public void Await(TimeSpan timeout)
    {
        var limit = _testKit.Dilated(timeout);
        if (!Arrive().Wait(limit))
        {
            throw new TimeoutException(
                $"Expected {_count} threads at the barrier within {Wording.Of(limit)}, got {_present}. "
                + "Call Reset before it is used again.");
        }
    }

    /// <summary>Forgets who has come, so that all of them are waited for anew.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            Begin();
        }
    }

    private Task Arrive()
    {
        lock (_gate)
        {
            var meeting = _meeting;
            if (++_present == _count)
            {
                meeting.SetResult();
                Begin();
            }

            return meeting.Task;
        }
    }

    private void Begin()
    {
        _meeting = new();
        _present = 0;
    }
}
