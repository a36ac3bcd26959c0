using Party.Demand.Subscriptions;
using Party.Storms.Scenarios;
using Party.Storms.Stages;

namespace Party.Storms.Laws;

/// <summary>
/// What all stages made and handled, and the laws about it: each is looked at where it can be broken.
/// </summary>
internal sealed class Journal(Scenario scenario)
{
    /// <summary>The events of one producer are numbered from its own number times this.</summary>
    public const int PerMaker = 1_000_000;

    private readonly Dictionary<string, StageState> _stages = [];
    private readonly Dictionary<SubscriptionId, Reading> _readings = [];
    private readonly Dictionary<(StageState From, int Key), Reading> _keys = [];
    private readonly Dictionary<(SubscriptionId Id, int Key), Reading> _keysOf = [];
    private readonly Dictionary<(StageState From, StageState? By, int Item, int Attempt), int> _times = [];
    private readonly Dictionary<(StageState By, int Item), int> _selections = [];
    private readonly HashSet<(StageState From, int Item)> _rejected = [];
    private readonly MoveLaws _moves = new();
    private readonly HashSet<int> _ended = [];
    private readonly Dictionary<int, int> _endedOf = [];

    /// <summary>The first law that was broken; null while none is.</summary>
    public string? Violation { get; private set; }

    /// <summary>Whether the pipeline is being drained.</summary>
    public bool IsDrained { get; private set; }

    /// <summary>Whether every subscription had been admitted when the first drain began.</summary>
    public bool WasEveryoneThere { get; private set; }

    /// <summary>All stages.</summary>
    public IEnumerable<StageState> Stages => _stages.Values;

    /// <summary>One of them.</summary>
    public StageState this[string name] => _stages[name];

    /// <summary>Adds a stage.</summary>
    public void Add(StageState stage) => _stages.Add(stage.Plan.Name, stage);

    /// <summary>Whether an event reached a consumer, or came to nothing on its way as it should.</summary>
    public bool HasEnded(int item) => _ended.Contains(item);

    /// <summary>How many different events of one producer did.</summary>
    public int EndedOf(StageState producer) => _endedOf.GetValueOrDefault(producer.Number);

    /// <summary>A drain begins.</summary>
    public void Drain()
    {
        WasEveryoneThere = IsDrained
            ? WasEveryoneThere
            : Stages.All(static stage => !stage.Changes.IsAnyUnderWay
                && stage.Plan.Wires.All(wire => stage.Current.ContainsValue(wire.To)));
        IsDrained = true;
    }

    /// <summary>An event was made.</summary>
    public void Make(int item) => _stages[$"p{item / PerMaker}"].Emitted.Add(item);

    /// <summary>A selector is asked where an event goes: once, however often it is handed on.</summary>
    public void Select(StageState by, int item)
    {
        var times = _selections[(by, item)] = _selections.GetValueOrDefault((by, item)) + 1;
        Violation ??= times > by.Emitted.TimesOf(item)
            ? $"Expected the selector of {by.Plan.Name} to see each event once, got {item} {times} times."
            : null;
    }

    /// <summary>Whether an event that a stage emitted has been handled by the next.</summary>
    public bool HasHandled(StageState from, int item) => _moves.HasHandled(from, item);

    /// <summary>Events were given back.</summary>
    public void Reject(StageState from, int item) => _rejected.Add((from, item));

    /// <summary>Nothing will become of events, since the stage that had them was resumed.</summary>
    public void GiveUp(ReadOnlySpan<int> items)
    {
        foreach (var item in items)
        {
            End(item);
        }
    }

    /// <summary>Events are handled that came together.</summary>
    public void Begin(StageState from, SubscriptionId id)
    {
        if (!_readings.TryGetValue(id, out var reading))
        {
            _readings[id] = reading = new();
        }

        // What comes back to a shared seat is in order as far as it comes together.
        reading.Again = from.Plan.IsShared ? 0 : reading.Again;
    }

    /// <summary>An event was handled.</summary>
    public void Handle(Handled handled)
    {
        handled.From.HandledOf++;
        Violation ??= OutOfOrder(handled) ?? Repeated(handled) ?? _moves.OutOfOrder(handled, IsInOrder(handled));
        if (handled.IsItsEnd)
        {
            End(handled.Item);
        }
    }

    private void End(int item)
    {
        if (_ended.Add(item))
        {
            _endedOf[item / PerMaker] = _endedOf.GetValueOrDefault(item / PerMaker) + 1;
        }
    }

    // Older before newer. What comes again comes first, where it goes to the next in the seat.
    private string? OutOfOrder(Handled handled)
    {
        // What goes on before its turn may be in several partitions, and be moved on from each.
        if (handled.From.IsHurried)
        {
            return null;
        }

        var isChanged = handled.From.IsToChange;
        var reading = handled.From.Plan.IsKeyed ? KeyReading(handled)
            : isChanged ? MovingReading(handled) : _readings[handled.Subscription];
        var emitted = handled.From.Emitted;
        if (handled.Attempt <= 1)
        {
            var place = emitted.Find(handled.Item, reading.Fresh);
            reading.Fresh = place + 1;
            return place < 0 ? $"Expected older before newer, got an older one late: {handled}." : null;
        }

        if (_rejected.Contains((handled.From, handled.Item)) || handled.From.Plan.IsKeyed
            || (isChanged && handled.From.Plan.IsShared))
        {
            return null;
        }

        if (reading.Fresh > 0 && !handled.From.Plan.IsShared)
        {
            return $"Expected what comes again before what is new, got it after: {handled}.";
        }

        var again = emitted.Find(handled.Item, reading.Again);
        reading.Again = again + 1;
        return again < 0 ? $"Expected what comes again in order, got an older one late: {handled}." : null;
    }

    // The events of a key come in order, whoever gets them.
    private Reading KeyReading(Handled handled)
    {
        var key = (handled.From, handled.From.Plan.KeyOf(handled.Item));
        return _keys.TryGetValue(key, out var reading) ? reading : _keys[key] = new();
    }

    // What comes back to those who share, or was given back, may have been overtaken where it was first.
    private bool IsInOrder(Handled handled) => handled.Attempt <= 1
        || !(handled.From.Plan.IsShared || _rejected.Contains((handled.From, handled.Item)));

    // Where keys move, a subscription may get older events of other keys late.
    private Reading MovingReading(Handled handled)
    {
        var key = (handled.Subscription, handled.From.Plan.KeyOf(handled.Item));
        return _keysOf.TryGetValue(key, out var reading) ? reading : _keysOf[key] = new();
    }

    // However often an event is handed on, each time is another attempt.
    private string? Repeated(Handled handled)
    {
        if (handled.Attempt != 1 && !scenario.IsAnyRetainedOf(handled.From.Plan))
        {
            return $"Expected attempt 1 where nothing is delivered again, got another: {handled}.";
        }

        var key = (handled.From, handled.From.Plan.Copies ? handled.By : null, handled.Item, handled.Attempt);
        var times = _times[key] = _times.GetValueOrDefault(key) + 1;
        return times > handled.From.Emitted.TimesOf(handled.Item)
            ? $"Expected each attempt once, got {times}: {handled}."
            : null;
    }
}
