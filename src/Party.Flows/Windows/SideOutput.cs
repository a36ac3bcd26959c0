using System.Threading.Channels;

namespace Party.Flows.Windows;

/// <summary>Where events go that can't go on, told by where they shall end up.</summary>
public static class SideOutput
{
    /// <summary>Into a channel; what doesn't fit at once is counted as <see cref="SideOutput{T}.Refused"/>.</summary>
    public static SideOutput<T> To<T>(ChannelWriter<T> channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return new(channel.TryWrite);
    }

    /// <summary>To an action, which the stages call by turns, never two at a time.</summary>
    public static SideOutput<T> To<T>(Action<T> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var turn = new Lock();
        return new(item =>
        {
            lock (turn)
            {
                action(item);
            }

            return true;
        });
    }

    /// <summary>Into a collection, which is locked while it takes an event: lock it to read it meanwhile.</summary>
    public static SideOutput<T> To<T>(ICollection<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return new(item =>
        {
            lock (collection)
            {
                collection.Add(item);
            }

            return true;
        });
    }
}
