using System.Globalization;
using Akka.Actor;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Subscriptions;
using Party.Storms.Defects;
using Party.Storms.Laws;
using Party.Storms.Scenarios;

namespace Party.Storms.Stages;

/// <summary>What of a stage outlives its restarts, and what the laws look at.</summary>
internal sealed class StageState(StagePlan plan, Journal journal)
{
    public StagePlan Plan => plan;

    /// <summary>The books; null until the stage has started, and of a consumer.</summary>
    public Func<ProducerBooks>? Books { get; set; }

    /// <summary>Its dispatcher; null until the stage has started, and of a consumer.</summary>
    public IDispatcher<int>? Dispatcher { get; set; }

    /// <summary>How many events wait for one partition, wherever they count.</summary>
    public int WaitingFor(int partition) => Changes.AreNone
        ? Dispatcher?.ParkedIn(partition) ?? 0
        : Dispatcher?.WaitingFor(partition) ?? 0;

    /// <summary>Its number among the producers, which its events tell.</summary>
    public int Number => int.Parse(plan.Name.AsSpan(1), CultureInfo.InvariantCulture);

    // By key, how many events it has made of it.
    private readonly int[] _madeOf = new int[4 * Math.Max(plan.Partitions, 1)];

    /// <summary>How many events it has made.</summary>
    public int Made { get; private set; }

    public bool IsExhausted => Made >= plan.Limit;

    /// <summary>What becomes of the stage when its next batch fails, as it is to; null where it is not.</summary>
    public Directive? Failing { get; set; }

    /// <summary>Whether its next batch is never done.</summary>
    public bool IsSticking { get; set; }

    /// <summary>What it does nothing before, while it is frozen; null while it is not.</summary>
    public TaskCompletionSource? Frozen { get; private set; }

    /// <summary>Which of its partitions are paused.</summary>
    public Pauses Pauses { get; } = new();

    /// <summary>Whether its partitions are to be changed.</summary>
    public bool IsToChange { get; init; }

    /// <summary>Whether its events may have to wait for their old partition for a time only.</summary>
    public bool IsHurried { get; init; }

    /// <summary>How its partitions are changed.</summary>
    public Changes Changes { get; } = new(plan);

    /// <summary>Whether events may wait for their old partition; or did when it ended.</summary>
    public bool IsMoving => Changes.IsAnyUnderWay || (IsGone && IsToChange);

    /// <summary>Whether it was stopped, or stopped itself.</summary>
    public bool IsGone { get; set; }

    /// <summary>Whether it makes its subscriptions when it starts, and after each restart.</summary>
    public bool HasJoined { get; set; } = !plan.JoinsLate;

    /// <summary>Whether it keeps nothing back any more.</summary>
    public bool IsFlushing { get; set; }

    /// <summary>What it does wrong.</summary>
    public StageDefect Defect { get; init; }

    /// <summary>Its subscriptions that were admitted and have not ended.</summary>
    public Dictionary<SubscriptionId, string> Current { get; } = [];

    /// <summary>All that it emitted: how often, and where each time.</summary>
    public Emissions Emitted { get; } = new();

    /// <summary>How many events that came from it have been handled.</summary>
    public long HandledOf { get; set; }

    /// <summary>An event of its own, which tells where it comes from.</summary>
    public int Make()
    {
        if (plan.IsAddressed)
        {
            return MakeFor(Made % plan.Partitions);
        }

        var item = (Number * Journal.PerMaker) + Made++;
        journal.Make(item);
        return item;
    }

    /// <summary>An event of its own for one partition.</summary>
    public int MakeFor(int partition)
    {
        var map = Changes.Newest;
        var keys = Enumerable.Range(0, map.Keys);
        var some = keys.Where(key => map.Of(key) == partition);
        var item = (partition < map.Partitions ? some : keys).Min(NextOf);
        _madeOf[plan.KeyOf(item)]++;
        Made++;
        journal.Make(item);
        return item;
    }

    private int NextOf(int key)
    {
        var first = Number * Journal.PerMaker;
        var ahead = (key + _madeOf.Length - plan.KeyOf(first)) % _madeOf.Length;
        return first + ahead + (_madeOf.Length * _madeOf[key]);
    }

    /// <summary>The partition of an event that it emitted, or −1.</summary>
    public int Select(int item, MapPlan map)
    {
        // Where the map is changed, the old one is asked as well.
        if (Changes.AreNone)
        {
            journal.Select(this, item);
        }

        return plan.IsUnwanted(item) ? -1 : map.Of(plan.KeyOf(item));
    }

    /// <summary>Does nothing more until <see cref="Thaw"/>.</summary>
    public void Freeze() => Frozen ??= new();

    /// <summary>Goes on.</summary>
    public void Thaw()
    {
        var frozen = Frozen;
        Frozen = null;
        frozen?.SetResult();
    }

    /// <summary>Takes note of events that were handled; or not, where the stage is told to fail.</summary>
    public void Handle(ReadOnlySpan<int> events, string from, SubscriptionId id, int attempt)
    {
        FailIfTold(events, from, id, attempt);
        Note(events, from, id, attempt);
    }

    /// <summary>Fails, if it was told to. What is resumed counts as handled.</summary>
    public void FailIfTold(ReadOnlySpan<int> events, string from, SubscriptionId id, int attempt)
    {
        if (Failing is not { } directive)
        {
            return;
        }

        Failing = null;
        if (directive == Directive.Resume)
        {
            Note(events, from, id, attempt);
            journal.GiveUp(events);
        }

        throw new StormException(plan.Name, directive);
    }

    /// <summary>Takes note of events that were handled.</summary>
    public void Note(ReadOnlySpan<int> events, string from, SubscriptionId id, int attempt)
    {
        journal.Begin(journal[from], id);
        foreach (var item in events)
        {
            journal.Handle(new(item, journal[from], this, id, attempt));
        }
    }

    /// <summary>Takes note of an event that is given back.</summary>
    public void NoteRejected(int item, string from) => journal.Reject(journal[from], item);
}
