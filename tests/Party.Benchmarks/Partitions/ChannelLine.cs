using System.Threading.Channels;

namespace Party.Benchmarks.Partitions;

/// <summary>What one would write by hand: a loop that produces, and a bounded channel for each partition.</summary>
internal sealed class ChannelLine : ILine
{
    private readonly Shares _shares;
    private readonly Channel<int>[] _channels;
    private readonly Task[] _consumers;
    private double _delay;
    private bool _isOn;
    private Task _producer = Task.CompletedTask;

    public ChannelLine(Shares shares, int capacity, Waiting waiting)
    {
        _shares = shares;
        Handled = new(shares.Count);
        _channels = [.. Enumerable.Range(0, shares.Count).Select(_ => Channel.CreateBounded<int>(
            new BoundedChannelOptions(capacity) { SingleReader = true, SingleWriter = true }))];
        _consumers = [.. _channels.Select((channel, index) => index < shares.Count - 1
            ? Task.Run(() => ConsumeAsync(channel.Reader, index))
            : waiting == Waiting.Asynchronous
                ? Task.Run(() => ConsumeSlowlyAsync(channel.Reader, index))
                : Task.Factory.StartNew(
                    () => ConsumeSlowly(channel.Reader, index),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default))];
    }

    public string Name => "bounded channels by hand";

    public Handled Handled { get; }

    public double Delay
    {
        get => Volatile.Read(ref _delay);
        set => Volatile.Write(ref _delay, value);
    }

    public void Start()
    {
        Volatile.Write(ref _isOn, true);
        _producer = Task.Run(ProduceAsync);
    }

    public void Stop()
    {
        Volatile.Write(ref _isOn, false);
        _producer.GetAwaiter().GetResult();
        Flow.Settle(Handled);
    }

    public void Dispose()
    {
        foreach (var channel in _channels)
        {
            channel.Writer.Complete();
        }

        Task.WhenAll(_consumers).GetAwaiter().GetResult();
    }

    private async Task ProduceAsync()
    {
        while (Volatile.Read(ref _isOn))
        {
            var partition = _shares.Next();
            var writer = _channels[partition].Writer;
            if (!writer.TryWrite(partition))
            {
                await writer.WriteAsync(partition);
            }
        }
    }

    private async Task ConsumeAsync(ChannelReader<int> reader, int partition)
    {
        while (await reader.WaitToReadAsync())
        {
            var count = 0;
            while (reader.TryRead(out _))
            {
                count++;
            }

            Handled.Add(partition, count);
        }
    }

    private async Task ConsumeSlowlyAsync(ChannelReader<int> reader, int partition)
    {
        var debt = new Debt();
        await foreach (var _ in reader.ReadAllAsync())
        {
            if (debt.Add(Delay) is > 0 and var wait)
            {
                await Task.Delay(wait, CancellationToken.None);
                debt.Pay();
            }

            Handled.Add(partition, 1);
        }
    }

    private void ConsumeSlowly(ChannelReader<int> reader, int partition)
    {
        var debt = new Debt();
        using var never = new ManualResetEventSlim(initialState: false, spinCount: 0);
        while (reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (reader.TryRead(out _))
            {
                if (debt.Add(Delay) is > 0 and var wait)
                {
                    never.Wait(wait);
                    debt.Pay();
                }

                Handled.Add(partition, 1);
            }
        }
    }
}
