using System.Threading.Channels;
using Party.Flows.Windows;

namespace Party.Flows.Tests.Windows;

public sealed class SideOutputTests
{
    [Fact]
    public void A_full_channel_refuses_and_it_is_counted()
    {
        var channel = Channel.CreateBounded<int>(2);
        var output = SideOutput.To(channel.Writer);

        output.Take(1);
        output.Take(2);
        output.Take(3);

        Assert.Equal((3, 1), (output.Count, output.Refused));
        Assert.True(channel.Reader.TryRead(out var first) && first == 1);
    }

    [Fact]
    public async Task Many_stages_may_share_a_collection()
    {
        var late = new List<int>();
        var output = SideOutput.To(late);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(stage => Task.Run(() =>
        {
            for (var index = 0; index < 1_000; index++)
            {
                output.Take((stage * 1_000) + index);
            }
        })));

        Assert.Equal(4_000, output.Count);
        Assert.Equal(Enumerable.Range(0, 4_000), late.Order());
    }

    [Fact]
    public void An_action_is_called_for_each()
    {
        var sum = 0;
        var output = SideOutput.To<int>(item => sum += item);

        output.Take(1);
        output.Take(2);

        Assert.Equal((3, 2, 0), (sum, output.Count, output.Refused));
    }
}
