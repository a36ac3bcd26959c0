using System.Linq.Expressions;

namespace Akka.Actor.Cells;

/// <summary>Looks for a function within an expression.</summary>
internal sealed class FunctionFinder : ExpressionVisitor
{
    private bool _hasFound;

    public static bool IsIn(Expression expression)
    {
        var finder = new FunctionFinder();
        finder.Visit(expression);
        return finder._hasFound;
    }

    protected override Expression VisitLambda<TDelegate>(Expression<TDelegate> node)
    {
        _hasFound = true;
        return node;
    }
}
