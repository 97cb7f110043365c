using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Sameness;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Paging;

/// <summary>A call that may give a list in pages: what its parameters and its answer are called, and of which kinds.</summary>
internal sealed class PagedCall
{
    private readonly Dictionary<string, (ParameterChoice Choice, TypeKind Kind)> _query;

    private PagedCall(CallChoice call, AnswerChoice success, PageAnswer answer, Dictionary<string, (ParameterChoice, TypeKind)> query)
    {
        Call = call;
        Success = success;
        Answer = answer;
        _query = query;
    }

    public CallChoice Call { get; }

    /// <summary>Gets what is read.</summary>
    public AnswerChoice Success { get; }

    public PageAnswer Answer { get; }

    /// <summary>Gets whether a key of the client's options is sent in the query, where an address that the app has made need not have it.</summary>
    public bool HasKeyInQuery { get; private init; }

    /// <summary>Gets what the document does not say of the items; null: it says which they are.</summary>
    public string? MissingItems => Answer.Items is null ? "which member of the answer is the list is not plain" : null;

    /// <summary>Gets the members that lead to the items; null: there is no list, or more than one.</summary>
    /// <param name="isSaid">Whether the user says that there are some, so that one list of any kind is it.</param>
    public IReadOnlyList<string>? Items(bool isSaid) => Answer.Items ?? (isSaid ? Answer.OnlyList : null);

    /// <summary>Gets the names of the parameters of the query, as they are compared.</summary>
    public IEnumerable<string> Query => _query.Keys;

    /// <summary>Reads a call; null: it gives no value that could be a page, or does more than to read one.</summary>
    public static PagedCall? Of(CallChoice call, NamedTypes types, IReadOnlyCollection<string> keysInQuery)
    {
        Representation plain = call.Representations.First(representation => representation.IsPlain);
        AnswerChoice? success = plain.Answers.FirstOrDefault(answer => answer.Kind != ResponseKind.None);
        if (call.Operation.Method != "GET"
            || call.Body is not null
            || success is not { Kind: ResponseKind.Json, Schema: { } schema }
            || AnswerTypesOf.All(plain.Answers, types) != AnswerTypes.One)
        {
            return null;
        }

        Dictionary<string, (ParameterChoice, TypeKind)> query = new(StringComparer.Ordinal);
        foreach (IGrouping<string, ParameterChoice> same in call.Parameters.Where(p => p.Location == ParameterLocation.Query).GroupBy(p => PageWords.Of(p.Parameter.Name)))
        {
            if (same.Count() == 1 && KindOf(same.Single(), types) is { } kind)
            {
                query.Add(same.Key, (same.Single(), kind));
            }
        }

        return new PagedCall(call, success, PageAnswer.Of(types.Graph.Find(schema, Direction.Received), types), query)
        {
            HasKeyInQuery = call.Operation.Security.Any(alternative => alternative.Keys.Any(keysInQuery.Contains)),
        };
    }

    /// <summary>Gets the parameters of some names that are whole numbers.</summary>
    public IReadOnlyList<ParameterChoice> Integers(IEnumerable<string> names) =>
        names.Where(name => _query.TryGetValue(name, out var found) && found.Kind is TypeKind.Int32 or TypeKind.Int64).Select(name => _query[name].Choice).ToList();

    /// <summary>Gets the parameter of a name that is a whole number or a text; null: there is none.</summary>
    public ParameterChoice? Any(string name) => Text(name) ?? Integers(new[] { name }).FirstOrDefault();

    /// <summary>Gets the parameter of a name that is a text; null: there is none.</summary>
    public ParameterChoice? Text(string name) => _query.TryGetValue(name, out var found) && found.Kind == TypeKind.String ? found.Choice : null;

    /// <summary>Gets the default of a parameter that is a whole number; null: none.</summary>
    public static long? DefaultOf(ParameterChoice parameter) =>
        SchemaFacts.DefaultOf(parameter.Parameter.Schema!) is { Node: not null } value ? NumberOf(value.Json) : null;

    /// <summary>Gets the least that a parameter may be; null: the document does not say it.</summary>
    public static long? MinimumOf(ParameterChoice parameter) => Bound(parameter, BoundKind.Minimum) ?? (Bound(parameter, BoundKind.ExclusiveMinimum) + 1);

    /// <summary>Gets the most that a parameter may be; null: the document does not say it.</summary>
    public static long? MaximumOf(ParameterChoice parameter) => Bound(parameter, BoundKind.Maximum) ?? (Bound(parameter, BoundKind.ExclusiveMaximum) - 1);

    /// <summary>Gets what the document says of a parameter in words.</summary>
    public static string WordsOf(ParameterChoice parameter) => parameter.Parameter.Description + " " + SchemaFacts.Follow(parameter.Parameter.Schema!).Description;

    private static TypeKind? KindOf(ParameterChoice parameter, NamedTypes types) =>
        parameter is { ContentType: null, Schema: { } schema }
        && !(parameter.Parameter.IsRequired && SchemaFacts.ConstantOf(schema) is not null)
        && types.ContentOf(types.Resolve(types.Graph.Find(schema, Direction.Sent))) is ScalarContent scalar ? scalar.Kind : null;

    private static long? Bound(ParameterChoice parameter, BoundKind kind) =>
        Bounds.OfValue(parameter.Parameter.Schema!).FirstOrDefault(bound => bound.Kind == kind && bound.Of.Length == 0) is { } bound ? NumberOf(bound.Value) : null;

    private static long? NumberOf(string json) =>
        decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && number == decimal.Truncate(number) && Math.Abs(number) < int.MaxValue
            ? (long)number
            : null;
}
