using System.Diagnostics;

namespace Party.Demand.Delivering;

/// <summary>What emitted events were made of. It is done when every one of them has come to its end.</summary>
/// <remarks>
/// <para>
/// An event has come to its end when it was confirmed, discarded, not wanted, or handed on where nothing is confirmed.
/// An origin is open at first, so that it can't be done before all that is made of it was emitted. One that is kept
/// brings something later: it is not done before it is let go. Whoever waits for it waits for its events alone, and
/// not for what it brings later: else a rest that is carried from batch to batch would keep them all.
/// </para>
/// <para>
/// Law: live = emitted + copies − ended; done exactly when closed, live = 0 and not kept, and never again after.
/// </para>
/// </remarks>
/// <param name="done">
/// Takes the origin when it is done; whoever made it looks there after each step. Null where nobody does.
/// </param>
[DebuggerDisplay("Live = {_live}, Kept = {_kept}, IsOpen = {_isOpen}")]
public sealed class Origin(ICollection<Origin>? done = null)
{
    private List<Origin>? _waiting;
    private long _live;
    private int _kept;
    private bool _isOpen = true;

    /// <summary>Whether all that was made of it has come to its end.</summary>
    public bool IsDone => IsOver && _kept == 0;

    private bool IsOver => !_isOpen && _live == 0;

    /// <summary>Nothing more will be made of it.</summary>
    public void Close()
    {
        if (_isOpen)
        {
            _isOpen = false;
            End();
        }
    }

    /// <summary>Notes events that were made of it, or copies of such.</summary>
    public void Add(long count) => _live += count;

    /// <summary>Notes that so many of its events have come to their end.</summary>
    public void Settle(long count)
    {
        if (count > 0)
        {
            Debug.Assert(count <= _live, "No event ends twice.");
            _live -= count;
            End();
        }
    }

    /// <summary>Keeps it from being done until <see cref="LetGo"/>, since something of it is emitted later.</summary>
    public void Keep() => _kept++;

    /// <summary>Ends one <see cref="Keep"/>.</summary>
    public void LetGo()
    {
        Debug.Assert(_kept > 0, "What is let go was kept.");
        _kept--;
        TellIfDone();
    }

    /// <summary>
    /// Lets another origin wait for this one: events of this one were made of it too, and it is not done before they
    /// have come to their end.
    /// </summary>
    public void Hold(Origin other)
    {
        other.Keep();
        (_waiting ??= []).Add(other);
    }

    private void End()
    {
        if (!IsOver)
        {
            return;
        }

        TellIfDone();
        foreach (var other in _waiting ?? [])
        {
            other.LetGo();
        }
    }

    private void TellIfDone()
    {
        if (IsDone)
        {
            done?.Add(this);
        }
    }
}
