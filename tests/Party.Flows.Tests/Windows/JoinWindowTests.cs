using Party.Flows.Windows;
using static Party.Flows.Tests.Windows.Spans;

namespace Party.Flows.Tests.Windows;

public sealed class JoinWindowTests
{
    [Fact]
    public void Each_side_has_a_time_of_its_own()
    {
        var recorder = new Recorder<JoinSide<Item, int>>(
            static side => side.Match(static item => item.Name, static number => (char)('0' + number)));
        var window = JoinWindow.Fixed<Item, int>(
            Seconds(10), static item => item.Time, static number => Item.At(number));
        var ledger = window.ToWindow().NewLedger();
        ledger.Start(1, TimeSpan.Zero, recorder);

        ledger.Receive(0, [Left('a', 5), Right(9), Left('b', 12), Right(3)], TimeSpan.Zero, recorder);

        Assert.Equal(["0 done: a9"], recorder.TakeFired());
        Assert.Equal("3", recorder.Late);
    }

    [Fact]
    public void Late_events_go_out_at_their_own_side()
    {
        var (left, right) = (new List<Item>(), new List<int>());
        var window = JoinWindow.Session<Item, int>(
            Seconds(1), static item => item.Time, static number => Item.At(number)) with
        {
            LateLeft = SideOutput.To(left),
            LateRight = SideOutput.To(right),
        };

        var late = window.ToWindow().LateOutput;
        late?.Take(Left('a', 1));
        late?.Take(Right(2));

        Assert.Equal([new('a', 1)], left);
        Assert.Equal([2], right);
    }

    [Fact]
    public void Every_end_is_told_since_there_may_be_rows_without_partner()
    {
        Assert.Equal(FinalFiring.Always, JoinWindow.Count<Item, int>(3).ToWindow().FinalFiring);
        Assert.Equal(FinalFiring.Always, JoinWindow.Global<Item, int>().ToWindow().FinalFiring);
    }

    [Fact]
    public void What_is_said_of_event_time_is_handed_on()
    {
        var window = JoinWindow.Fixed<Item, int>(Seconds(10), static item => item.Time, static _ => default) with
        {
            AllowedLateness = Seconds(1),
            IdleTimeout = Seconds(2),
            EmptyWindows = EmptyWindows.Fire,
            LateRule = LateRule.PerUpstream,
        };

        var handedOn = Assert.IsType<FixedWindow<JoinSide<Item, int>>>(window.ToWindow());

        Assert.Equal(
            (Seconds(1), Seconds(2), EmptyWindows.Fire, LateRule.PerUpstream),
            (handedOn.AllowedLateness, handedOn.IdleTimeout, handedOn.EmptyWindows, handedOn.LateRule));
    }

    private static JoinSide<Item, int> Left(char name, double seconds) =>
        JoinSide<Item, int>.OfLeft(new(name, seconds));

    private static JoinSide<Item, int> Right(int number) => JoinSide<Item, int>.OfRight(number);
}
