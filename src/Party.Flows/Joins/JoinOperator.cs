using Party.Flows.Keys;
using Party.Flows.Operators;
using Party.Flows.Windows;

namespace Party.Flows.Joins;

/// <summary>
/// Keeps both sides of a window by key; emits every pair as soon as both are there, and what has no partner at the end.
/// </summary>
internal sealed class JoinOperator<TKey, TLeft, TRight, TOut>(
    JoinRule<TLeft, TRight, TOut> rule, KeyHash<TKey> hash, PaneCell cell, Operator<TOut> following)
    : PaneOperator<Keyed<TKey, JoinSide<TLeft, TRight>>, TOut>(cell, following)
{
    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<Keyed<TKey, JoinSide<TLeft, TRight>>> events)
    {
        var table = TableIn(ref State);
        var index = 0;
        try
        {
            for (; index < events.Length; index++)
            {
                ref readonly var item = ref events[index];
                ref var bucket = ref table.ValueOf(item.Hash, item.Key, out _);
                if (item.Value.IsLeft)
                {
                    Meet(ref bucket, item.Value.Left);
                }
                else
                {
                    Meet(ref bucket, item.Value.Right);
                }
            }
        }
        catch (Exception error)
        {
            throw FlowException.In(rule.Name, events[index].Key, error);
        }

        Made.Flush();
    }

    /// <inheritdoc/>
    public override void Fire(Pane pane, in Firing firing)
    {
        if (firing.Trigger.Kind != TriggerKind.Done || (rule.Left is null && rule.Right is null))
        {
            return;
        }

        foreach (ref var entry in TableIn(ref StateOf(pane)).Entries)
        {
            try
            {
                Leave(in entry.Value);
            }
            catch (Exception error)
            {
                throw FlowException.In(rule.Name, entry.Key, error);
            }
        }

        Made.Flush();
    }

    /// <inheritdoc/>
    protected override void MergeState(ref object? into, ref object? from)
    {
        var table = TableIn(ref into);
        foreach (ref var entry in TableIn(ref from).Entries)
        {
            ref var bucket = ref table.ValueOf(entry.Hash, entry.Key, out _);
            var left = bucket.Left;
            for (var index = 0; index < entry.Value.Left.Count; index++)
            {
                // Pairs within the merged session were emitted when its second event came.
                Pair(entry.Value.Left[index], in bucket.Right);
                left.Add(entry.Value.Left[index]);
            }

            for (var index = 0; index < entry.Value.Right.Count; index++)
            {
                Pair(in bucket.Left, entry.Value.Right[index]);
                bucket.Right.Add(entry.Value.Right[index]);
            }

            bucket.Left = left;
        }

        Made.Flush();
    }

    private void Meet(ref JoinBucket<TLeft, TRight> bucket, TLeft left)
    {
        Pair(left, in bucket.Right);
        bucket.Left.Add(left);
    }

    private void Meet(ref JoinBucket<TLeft, TRight> bucket, TRight right)
    {
        Pair(in bucket.Left, right);
        bucket.Right.Add(right);
    }

    private void Pair(TLeft left, in Few<TRight> rights)
    {
        for (var index = 0; index < rights.Count; index++)
        {
            Made.Add(rule.Pair(left, rights[index]));
        }
    }

    private void Pair(in Few<TLeft> lefts, TRight right)
    {
        for (var index = 0; index < lefts.Count; index++)
        {
            Made.Add(rule.Pair(lefts[index], right));
        }
    }

    private void Leave(in JoinBucket<TLeft, TRight> bucket)
    {
        for (var index = 0; rule.Left is not null && bucket.Right.Count == 0 && index < bucket.Left.Count; index++)
        {
            Made.Add(rule.Left(bucket.Left[index]));
        }

        for (var index = 0; rule.Right is not null && bucket.Left.Count == 0 && index < bucket.Right.Count; index++)
        {
            Made.Add(rule.Right(bucket.Right[index]));
        }
    }

    private KeyTable<TKey, JoinBucket<TLeft, TRight>> TableIn(ref object? slot) =>
        (KeyTable<TKey, JoinBucket<TLeft, TRight>>)(slot ??= new KeyTable<TKey, JoinBucket<TLeft, TRight>>(hash));
}
