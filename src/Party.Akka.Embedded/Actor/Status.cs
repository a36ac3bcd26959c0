namespace Akka.Actor;

/// <summary>An answer that says only whether something worked.</summary>
public abstract class Status
{
    /// <summary>It worked.</summary>
    public sealed class Success : Status
    {
        /// <summary>It worked, with nothing to add.</summary>
        public static readonly Success Instance = new(null);

        /// <summary>What came of it; null where there is nothing to add.</summary>
        public readonly object? Status;

        /// <summary>It worked, and this came of it.</summary>
        public Success(object? status) => Status = status;

        /// <inheritdoc/>
        public override string ToString() => Status is null ? "Success" : $"Success: {Status}";
    }

    /// <summary>It failed. An Ask for anything but an object or a status throws the cause.</summary>
    public sealed class Failure : Status
    {
        /// <summary>Why it failed.</summary>
        public readonly Exception Cause;

        /// <summary>What the sender wanted to tell beside the cause; null where there is nothing to add.</summary>
        public readonly object? State;

        /// <summary>It failed because of <paramref name="cause"/>.</summary>
        public Failure(Exception cause)
            : this(cause, null)
        {
        }

        /// <summary>It failed because of <paramref name="cause"/>, and <paramref name="state"/> says more.</summary>
        public Failure(Exception cause, object? state)
        {
            Cause = cause;
            State = state;
        }

        /// <inheritdoc/>
        public override string ToString() => State is null ? $"Failure: {Cause}" : $"Failure[{State}]: {Cause}";
    }
}
