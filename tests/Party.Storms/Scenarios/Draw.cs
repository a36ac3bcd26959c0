using System.Collections.Immutable;
using Akka.Actor;
using Party.Demand.Subscriptions;

namespace Party.Storms.Scenarios;

/// <summary>Draws scenarios by a seed.</summary>
public sealed partial class Draw(int seed)
{
    private readonly Random _random = new(seed);

    // Apart, so that what is drawn of delivery changes nothing else.
    private readonly Random _delivery = new(seed ^ 0x5eed);
    private readonly Random _draining = new(seed ^ 0xd12a);

    /// <summary>
    /// One or two producers, none to two stages in the middle, one to four consumers, and up to ten acts. Then
    /// partitions are changed, and have more consumers.
    /// </summary>
    public Scenario Scenario() => Change(Settled());

    /// <summary>The same, with partitions that are not changed.</summary>
    public Scenario Settled()
    {
        var producers = Enumerable.Range(0, _random.Next(1, 3)).Select(index => $"p{index}").ToList();
        var middle = Enumerable.Range(0, _random.Next(0, 3)).Select(index => $"m{index}").ToList();
        var consumers = Enumerable.Range(0, _random.Next(1, 5)).Select(index => $"c{index}").ToList();

        var stages = new List<StagePlan>();
        stages.AddRange(producers.Select(name => Producing(name, [], middle.Count > 0 ? 1 : consumers.Count)));
        var upstream = producers;
        foreach (var (index, name) in middle.Index())
        {
            var wires = upstream.Select(to => Wire(stages.Find(stage => stage.Name == to)!, seat: 0, isMiddle: true));
            stages.Add(Producing(name, [.. wires], index + 1 < middle.Count ? 1 : consumers.Count));
            upstream = [name];
        }

        foreach (var (seat, name) in consumers.Index())
        {
            var wires = upstream.Select(to => Wire(stages.Find(stage => stage.Name == to)!, seat, isMiddle: false));
            stages.Add(new(name) { Wires = [.. wires] });
        }

        var acts = Enumerable.Range(0, _random.Next(0, 11)).Select(_ => Act(stages));
        return Partition(Drain(Arrive([.. Deliver(stages)], [.. acts.Select(Then)])));
    }

    // Half of the stages that crash are restarted; a few are stopped, producing ones seldom.
    private Act Then(Act act) => act.Kind != ActKind.Crash
        ? act
        : act with
        {
            Then = _delivery.Next(12) switch
            {
                0 => Directive.Stop,
                1 or 2 when act.Stage[0] == 'c' => Directive.Stop,
                < 6 => Directive.Resume,
                _ => Directive.Restart,
            },
        };

    // Some consumers come when others are at work already.
    private Scenario Arrive(ImmutableArray<StagePlan> stages, ImmutableArray<Act> acts)
    {
        foreach (var stage in stages.Where(stage => stage.IsConsumer && _delivery.Next(8) == 0))
        {
            var act = new Act(ActKind.Subscribe, stage.Name, Count: 1, _delivery.Next(40));
            stages = stages.Replace(stage, stage with { JoinsLate = true });
            acts = acts.Insert(_delivery.Next(acts.Length + 1), act);
        }

        return new(stages, acts);
    }

    // Some handlers wait; a few for ever. Half of the scenarios are drained in the middle of what happens.
    private Scenario Drain(Scenario scenario)
    {
        var acts = scenario.Acts;
        ImmutableArray<StagePlan> stages =
        [
            .. scenario.Stages.Select(stage => stage with { IsAsync = IsToWait(stage) && _draining.Next(5) == 0 }),
        ];
        foreach (var stage in stages.Where(stage => stage.IsAsync && _draining.Next(4) == 0))
        {
            acts = acts.Insert(_draining.Next(acts.Length + 1), After(ActKind.Stick, stage.Name, count: 1));
        }

        var mayWait = new Scenario(stages, acts).EndsByItself;
        for (var drains = _draining.Next(4) - 1; drains > 0; drains--)
        {
            var kind = _draining.Next(3) == 0 ? ActKind.DrainToo : ActKind.Drain;
            var seconds = _draining.Next(3) switch
            {
                0 => _draining.Next(40),
                1 when mayWait => -1,
                _ => Scenarios.Act.Patience,
            };
            acts = acts.Insert(_draining.Next(acts.Length + 1), After(kind, "", seconds));
        }

        return new(stages, acts);
    }

    private static bool IsToWait(StagePlan stage) =>
        stage.IsConsumer && stage.Wires.All(static wire => wire.Confirmation == Confirmation.WhenHandled);

    private Act After(ActKind kind, string stage, int count) => new(kind, stage, count, _draining.Next(40));

    // Half of the scenarios deliver at least once, all the way; in the others, now and then one consumer wants it.
    private IEnumerable<StagePlan> Deliver(List<StagePlan> stages)
    {
        var isAtLeastOnce = _delivery.Next(2) == 0;
        foreach (var stage in stages)
        {
            var holds = stage.Name[0] == 'm' && isAtLeastOnce && _delivery.Next(3) == 0 ? _delivery.Next(1, 6) : 0;
            yield return stage with
            {
                Holds = holds,
                Wires =
                [
                    .. stage.Wires.Select(
                        wire => isAtLeastOnce || _delivery.Next(6) == 0 ? Retained(wire, stage, holds) : wire),
                ],
            };
        }
    }

    private Wire Retained(Wire wire, StagePlan stage, int holds)
    {
        // A stage that keeps a batch back has to be sent one more event at least.
        var max = holds == 0 ? wire.MaxDemand : holds + (2 * wire.MaxDemand);
        return wire with
        {
            Delivery = DeliveryMode.AtLeastOnce,
            Confirmation = stage.IsConsumer && _delivery.Next(3) == 0 ? Confirmation.ByHand : Confirmation.WhenHandled,
            MaxDemand = max,
            MinDemand = holds == 0 ? wire.MinDemand : max - wire.MaxDemand,
        };
    }

    private StagePlan Producing(string name, ImmutableArray<Wire> wires, int consumers)
    {
        var kind = (DispatcherKind)_random.Next(5);
        var isPartitioned = kind is DispatcherKind.Partitions or DispatcherKind.PooledPartitions;
        return new(name)
        {
            Wires = wires,
            Dispatcher = kind,

            // Now and then one that nobody feeds on.
            Partitions = isPartitioned ? consumers + (_random.Next(4) == 0 ? 1 : 0) : 0,
            Limit = _random.Next(1, 200),
            IsLate = _random.Next(2) == 0,
            Unwanted = _random.Next(3) == 0 ? _random.Next(5) : -1,
            BufferSize = name[0] == 'p' && _random.Next(3) == 0 ? _random.Next(1, 10) : int.MaxValue,
        };
    }

    private Wire Wire(StagePlan to, int seat, bool isMiddle)
    {
        var max = _random.Next(1, 13);
        return new(
            to.Name,
            max,
            _random.Next(0, max),

            // A stage in the middle outlives its producers, so that the books of all can be closed at the end.
            isMiddle ? CancelMode.Temporary : (CancelMode)_random.Next(3),
            to.Partitions > 0 ? seat : -1,
            !isMiddle && _random.Next(5) == 0);
    }

    private Act Act(List<StagePlan> stages)
    {
        var stage = stages[_random.Next(stages.Count)];
        ActKind[] kinds = stage.Name[0] switch
        {
            'p' => [ActKind.Crash, ActKind.Push, ActKind.Push, ActKind.Accumulate, ActKind.Forward, ActKind.Inform],
            'm' => [ActKind.Crash, ActKind.Inform],
            _ => [ActKind.Crash, ActKind.Stop, ActKind.Cancel, ActKind.Subscribe, ActKind.Subscribe],
        };
        return new(
            kinds[_random.Next(kinds.Length)],
            stage.Name,
            _random.Next(1, 20),
            _random.Next(10) == 0 ? 0 : _random.Next(1, 40));
    }
}
