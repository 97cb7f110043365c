using System.Linq;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Finds texts and numbers that become a value of an enum which it has no more.</summary>
internal sealed class TextUses
{
    private readonly MarkTable _marks;

    private TextUses(MarkTable marks) => _marks = marks;

    public static void Register(CompilationStartAnalysisContext start, MarkTable marks)
    {
        if (marks.Has(MarkUse.Text))
        {
            TextUses uses = new(marks);
            start.RegisterOperationAction(uses.OnConversion, OperationKind.Conversion);
            start.RegisterOperationAction(uses.OnCreation, OperationKind.ObjectCreation);
        }
    }

    private void OnConversion(OperationAnalysisContext context)
    {
        IConversionOperation conversion = (IConversionOperation)context.Operation;
        if (conversion.OperatorMethod is { } made)
        {
            Judge(context, made.ContainingType, conversion.Operand);
        }
    }

    private void OnCreation(OperationAnalysisContext context)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        if (creation is { Type: INamedTypeSymbol type, Arguments: [var only] })
        {
            Judge(context, type, only.Value);
        }
    }

    private void Judge(OperationAnalysisContext context, INamedTypeSymbol type, IOperation value)
    {
        if (value.ConstantValue is not { HasValue: true, Value: { } constant } || Clients.Has(value.Syntax.SyntaxTree))
        {
            return;
        }

        string? text = constant is System.IFormattable number ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : constant as string;
        foreach (Mark mark in _marks.Of(type, "").Where(mark => mark.Use == MarkUse.Text && (mark.Part == text || mark.Part == $"\"{text}\"")))
        {
            context.ReportDiagnostic(Reports.Of(mark, value.Syntax.GetLocation()));
        }
    }
}
