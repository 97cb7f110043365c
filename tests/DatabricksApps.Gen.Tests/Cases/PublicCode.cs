using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Tests.Cases;

/// <summary>
/// Writes the generated C# as one would in a manual: what a program names, and no more.
/// </summary>
/// <remarks>
/// What every type of a kind has is left out, since it says nothing of the document: copy constructors, equality,
/// <c>ToString</c>, the code that reads and writes JSON; of an enum all but its named values, of a union all but the
/// <c>From…</c> of its cases, of a method its body and the last two parameters, <c>options</c> and
/// <c>cancellationToken</c>. So a new member of every type changes no case.
/// </remarks>
internal static partial class PublicCode
{
    /// <summary>Writes the public types of a client, its methods first.</summary>
    public static string Of(GeneratedCode code)
    {
        IEnumerable<IGrouping<string, TypeDeclarationSyntax>> types = code.Trees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
            .Where(space => space.Name.ToString().StartsWith(ProjectOptions.RootNamespace, StringComparison.Ordinal))
            .SelectMany(space => space.Members.OfType<TypeDeclarationSyntax>())
            .GroupBy(type => type.Identifier.Text);
        IEnumerable<string> diagnostics = code.Diagnostics.Select(diagnostic =>
            $"// {diagnostic.Id} {Place().Match(diagnostic.GetMessage(CultureInfo.InvariantCulture)).Groups[1].Value}\n");
        IEnumerable<string> texts = types
            .Select(parts => (Text: TextOf([.. parts]), Rank: RankOf([.. parts]), parts.Key))
            .Where(type => type.Text.Length > 0)
            .OrderBy(type => type.Rank)
            .ThenBy(type => type.Key, StringComparer.Ordinal)
            .Select(type => type.Text);
        string told = string.Concat(diagnostics);
        return told + (told.Length > 0 ? "\n" : "") + string.Join("\n", texts);
    }

    /// <summary>The client, then its groups, then what they send and give.</summary>
    private static int RankOf(TypeDeclarationSyntax[] parts) =>
        IsModel(parts) ? 2 : parts[0].Identifier.Text.EndsWith("Client", StringComparison.Ordinal) ? 0 : 1;

    private static string TextOf(TypeDeclarationSyntax[] parts)
    {
        List<string> members = [.. MembersOf(parts)];
        TypeDeclarationSyntax head = parts.MaxBy(part => part.Modifiers.Count)!;
        if (head.Modifiers.Any(SyntaxKind.StaticKeyword) || (members.Count == 0 && !IsModel(parts)))
        {
            return "";
        }

        // Enum values stand close together, as in an enum.
        string between = head is StructDeclarationSyntax ? "\n" : "\n\n";
        StringBuilder text = new();
        text.Append(ObsoleteOf(head, ""));
        text.Append($"{head.Modifiers} {head.Keyword} {head.Identifier}{ValuesOf(head)}\n");
        text.Append("{\n").Append(string.Join(between, members)).Append(members.Count > 0 ? "\n" : "").Append("}\n");
        return text.ToString();
    }

    private static bool IsModel(TypeDeclarationSyntax[] parts) =>
        parts.Any(part => part.BaseList?.ToString().Contains("Json", StringComparison.Ordinal) == true);

    /// <summary>The base class says what further properties are, if the document does; its second argument reads them.</summary>
    private static string ValuesOf(TypeDeclarationSyntax head) =>
        head.BaseList?.Types[0].DescendantNodes().OfType<GenericNameSyntax>().FirstOrDefault() is { TypeArgumentList.Arguments: [var value, _] } name
            ? Shorten($" : {name.Identifier}<{value}>")
            : "";

    private static IEnumerable<string> MembersOf(TypeDeclarationSyntax[] parts)
    {
        MemberDeclarationSyntax[] members = [.. parts.SelectMany(part => part.Members)];
        if (UnionText.Tags(members) is { } tags)
        {
            yield return tags;
        }

        foreach (MemberDeclarationSyntax member in members
            .Where(member => member.Modifiers.Any(SyntaxKind.PublicKeyword))
            .OrderBy(member => member is MethodDeclarationSyntax))
        {
            string? text = member switch
            {
                FieldDeclarationSyntax field => $"{field.Modifiers} {field.Declaration};",
                MethodDeclarationSyntax method when MethodText.IsOperation(method) => MethodText.Of(method),
                MethodDeclarationSyntax method when UnionText.IsCase(method) => $"{method.Modifiers} {method.ReturnType} {method.Identifier}{method.ParameterList};",
                PropertyDeclarationSyntax property when IsOfDocument(property, parts[0]) => PropertyText(property, members),
                _ => null,
            };
            if (text is not null)
            {
                string obsolete = member is MethodDeclarationSyntax ? "" : ObsoleteOf(member, "    ");
                yield return obsolete + "    " + Shorten(text).Replace("\n", "\n    ", StringComparison.Ordinal);
            }
        }
    }

    /// <summary>A struct has the same properties whatever its document says, but for the members of all cases of a union.</summary>
    private static bool IsOfDocument(PropertyDeclarationSyntax property, TypeDeclarationSyntax type) =>
        (type is not StructDeclarationSyntax || property.ExpressionBody?.ToString().Contains("JsonValues.Member", StringComparison.Ordinal) == true) && !property.Modifiers.Any(SyntaxKind.OverrideKeyword);

    private static string PropertyText(PropertyDeclarationSyntax property, MemberDeclarationSyntax[] members)
    {
        string accessors = property.AccessorList is { } list
            ? string.Concat(list.Accessors.Select(accessor => accessor.Keyword.Text + "; "))
            : "get; ";
        string start = Start(property, members);
        string[] remarks = [.. RemarksOf(property, members, start.Length > 0)];
        return $"{property.Modifiers} {property.Type} {property.Identifier} {{ {accessors}}}{start}"
            + (remarks.Length > 0 ? $" // {string.Join(", ", remarks)}" : "");
    }

    /// <summary>What a property holds until it is assigned, which it or its field says.</summary>
    private static string Start(PropertyDeclarationSyntax property, MemberDeclarationSyntax[] members)
    {
        AssignmentExpressionSyntax? made = property.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(assignment => assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression));
        ExpressionSyntax? value = property.Initializer?.Value ?? made?.Right ?? ValueOf(FieldOf(property), members);
        bool isOfClient = value?.ToString().Contains("_app", StringComparison.Ordinal) == true;
        return value is null or IdentifierNameSyntax || isOfClient ? "" : $" = {value.ToString().Replace("thisApi::", "", StringComparison.Ordinal)};";
    }

    /// <summary>What no declaration says: a start that has no literal, and when the property is sent.</summary>
    private static IEnumerable<string> RemarksOf(PropertyDeclarationSyntax property, MemberDeclarationSyntax[] members, bool hasStart)
    {
        bool isRead = ValueOf(FieldOf(property), members) is IdentifierNameSyntax;
        if (ValueOf(FieldOf(property), members) is IdentifierNameSyntax other
            && ValueOf(other.Identifier.Text, members) is InvocationExpressionSyntax read)
        {
            yield return "starts at " + read.DescendantNodes().OfType<LiteralExpressionSyntax>().First().Token.ValueText;
        }

        if (IsSentWhenAssigned(FieldOf(property), members))
        {
            yield return "sent when assigned";
        }
        else if ((hasStart || isRead) && FieldOf(property) is not null && property.ToString().Contains("init", StringComparison.Ordinal))
        {
            yield return "always sent";
        }
    }

    private static bool IsSentWhenAssigned(string? field, MemberDeclarationSyntax[] members) => members
        .SelectMany(member => member.DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Any(call => call.Expression.ToString().StartsWith("writer.WriteAssigned", StringComparison.Ordinal)
            && call.ArgumentList.Arguments.Single().ToString().TrimEnd('!') == field);

    private static string? FieldOf(PropertyDeclarationSyntax property) => property.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Select(name => name.Identifier.Text)
        .FirstOrDefault(name => name.StartsWith('_'));

    private static ExpressionSyntax? ValueOf(string? field, MemberDeclarationSyntax[] members) => members
        .OfType<FieldDeclarationSyntax>()
        .SelectMany(declaration => declaration.Declaration.Variables)
        .FirstOrDefault(variable => variable.Identifier.Text == field)?
        .Initializer?.Value;

    /// <summary>Writes the attribute that warns of a declaration.</summary>
    public static string ObsoleteOf(MemberDeclarationSyntax member, string indent) => string.Concat(member.AttributeLists
        .SelectMany(list => list.Attributes)
        .Where(attribute => attribute.Name.ToString().EndsWith("Obsolete", StringComparison.Ordinal))
        .Select(attribute => $"{indent}[Obsolete{attribute.ArgumentList}]\n"));

    /// <summary>Leaves out the namespaces, which programs import, and attributes of parameters.</summary>
    private static string Shorten(string text) => Attribute().Replace(Namespace().Replace(text, ""), "");

    [GeneratedRegex(@"global::(System\.(Collections\.Generic\.|Collections\.ObjectModel\.|Threading\.(Tasks\.)?|Text\.Json\.|Net\.Http\.|Numerics\.)?|DatabricksApps\.(Generated\.)?|MyApp\.\w+Api\.)|\b(App|Dbx|Json)::")]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\(#([^ ,]*), line \d+\)")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?<=[(,] ?)\[[^\]]*\] ")]
    private static partial Regex Attribute();
}
