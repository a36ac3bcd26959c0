using System.Linq.Expressions;
using System.Reflection;

namespace Akka.Actor.Cells;

/// <summary>The constructor and the evaluated arguments of <c>() =&gt; new SomeActor(…)</c>.</summary>
internal readonly record struct ConstructorCall(ConstructorInfo Constructor, object?[] Arguments)
{
    public static ConstructorCall Of(LambdaExpression factory)
    {
        if (factory.Body is NewExpression { Constructor: { } constructor } call)
        {
            return new(constructor, [.. call.Arguments.Select(Evaluate)]);
        }

        throw new InvalidCastException(
            $"Expected a constructor call like () => new MyActor(1), got {factory}. "
            + "Props make a new instance for every restart; "
            + "pass an IIndirectActorProducer to Props.CreateBy for any other way to make one.");
    }

    // Constants and captured variables are nearly all there is; only the rest needs the interpreter.
    private static object? Evaluate(Expression argument) => argument switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field, Expression: ConstantExpression closure } =>
            field.GetValue(closure.Value),
        _ => Run(Expression.Convert(argument, typeof(object))),
    };

    // Compiling costs a millisecond, interpreting some microseconds. But a function among the arguments will be called
    // often, and interpreted code has no atomic operations: that one is compiled.
    private static object? Run(Expression argument) =>
        Expression.Lambda<Func<object?>>(argument).Compile(preferInterpretation: !FunctionFinder.IsIn(argument))();
}
