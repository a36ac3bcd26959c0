using System.Collections.Immutable;
using System.Text.Json;

namespace Party.Conformance.Dispatchers.Models;

/// <summary>A model that a recorded script can be played to.</summary>
public sealed class ModelSubject(DispatcherModel model) : IDispatcherSubject
{
    private readonly Dictionary<string, string> _processOf = [];

    public StepRecord Subscribe(string subscription, string process, JsonElement options) => Step(() =>
    {
        var demand = model.Subscribe(subscription, process, options);
        _processOf[subscription] = process;
        return StepRecord.Demand(demand, model.TakeSent());
    });

    public StepRecord Ask(string subscription, int count) =>
        Step(() => StepRecord.Demand(model.Ask(subscription, count), model.TakeSent()));

    public StepRecord Cancel(string subscription) => Step(() => StepRecord.Demand(
        model.Cancel(subscription, _processOf.GetValueOrDefault(subscription, "")), model.TakeSent()));

    public StepRecord Dispatch(ImmutableArray<object> events) =>
        Step(() => StepRecord.Leftover(model.Dispatch([.. events]), model.TakeSent()));

    public StepRecord Info(string message) => Step(() =>
    {
        model.Info(message);
        return StepRecord.Ok(model.TakeSent());
    });

    private static StepRecord Step(Func<StepRecord> step)
    {
        try
        {
            return step();
        }
        catch (RefusedException refused)
        {
            return StepRecord.Refused(refused.Message);
        }
        catch (ModelFaultException fault)
        {
            return StepRecord.Raised(fault.Message);
        }
    }
}
