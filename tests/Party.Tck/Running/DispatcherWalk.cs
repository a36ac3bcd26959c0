namespace Party.Tck.Running;

/// <summary>
/// A random life: consumers come, request and leave; the producer emits what it owes, less, or more.
/// </summary>
internal sealed class DispatcherWalk(DispatcherRun run, int consumers, Random random)
{
    private int _next;
    private int _messages;

    /// <summary>Takes steps; the run checks its accounts after each.</summary>
    public void Take(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            switch (random.Next(12))
            {
                case 0 or 1 when run.Consumers.Count < consumers:
                    Come();
                    break;
                case 2 when random.Next(4) == 0 && Any() is { } leaver:
                    run.Cancel(leaver);
                    break;
                case 3 when random.Next(4) == 0:
                    run.Inform(++_messages);
                    break;
                case < 7 when Any() is { } consumer:
                    run.Request(consumer, random.Next(1, 20));
                    break;
                default:
                    Emit(random.Next(3) == 0 ? random.Next(20) : (int)Math.Min(run.Owed, random.Next(20)));
                    break;
            }
        }
    }

    /// <summary>Everybody comes and requests more than there is: then nothing waits any more.</summary>
    public void Flush()
    {
        while (run.Consumers.Count < consumers)
        {
            Come();
        }

        foreach (var consumer in run.Consumers.ToList())
        {
            run.Request(consumer, 10_000);
        }

        Assert.Equal(Enumerable.Range(1, _messages), run.Released.Cast<int>().Order());
    }

    private void Come()
    {
        var missing = Enumerable.Range(0, consumers).Except(run.Consumers.Select(consumer => consumer.Index)).ToArray();
        run.Subscribe(missing[random.Next(missing.Length)]);
    }

    private RunConsumer? Any() =>
        run.Consumers.Count == 0 ? null : run.Consumers[random.Next(run.Consumers.Count)];

    private void Emit(int count)
    {
        run.Emit([.. Enumerable.Range(_next, count)]);
        _next += count;
    }
}
