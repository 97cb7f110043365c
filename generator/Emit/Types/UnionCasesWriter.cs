using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Writes how a union's cases are made, asked for and told apart.</summary>
internal sealed class UnionCasesWriter(CodeWriter writer, UnionTypeModel model)
{
    private const string JsonElement = RuntimeNames.Json + "JsonElement";

    private const string NotNull = "[global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)]";

    private readonly string _name = CSharpText.Identifier(model.Name);
    private readonly UnionCaseTypes _types = new(model);

    /// <summary>Writes how the cases of a range are made and asked for.</summary>
    public void WriteCases(int first, int count)
    {
        HashSet<string> converted = [_name];
        for (int i = 0; i < model.Cases.Count; i++)
        {
            UnionCaseModel unionCase = model.Cases[i];

            // C# has no conversions from interfaces (CS0552), and one conversion a type.
            bool isConverted = unionCase.Type.Kind is not (TypeKind.List or TypeKind.Map) && converted.Add(TypeSyntax.Type(unionCase.Type).Replace("?", ""));
            if (i >= first && i < first + count)
            {
                WriteCase(unionCase, i + 1);
                if (_types.NumbersOf(i + 1) is { Count: > 0 } numbers)
                {
                    WriteMembersOfUnions(unionCase, numbers);
                }

                if (isConverted)
                {
                    WriteConversion(unionCase);
                }
            }
        }
    }

    /// <summary>Writes how the cases are made, asked for and told apart; those of a very large union stand in other files.</summary>
    public void Write()
    {
        WriteCases(0, Buckets.MostCasesTogether);
        writer.WriteLine(
            $$"""
            /// <summary>Gets the JSON if the value is none of the cases.</summary>
            public bool TryGetUnknown(out {{JsonElement}} value)
            {
                value = _value is {{JsonElement}} json ? json : default;
                return _case == 0;
            }

            """);
        if (!_types.HasAnyJson)
        {
            writer.WriteLine(
                $"""
                /// <summary>Keeps JSON that is none of the cases.</summary>
                public {_name}({JsonElement} value) : this(value, 0) {"{ }"}

                /// <inheritdoc cref="TryGetUnknown"/>
                public bool {TryGetValue}(out {JsonElement} value) => TryGetUnknown(out value);

                """);
        }

        WriteMatch();
    }

    private string TryGetValue => TypeHeader.Member("TryGetValue", model);

    private void WriteCase(UnionCaseModel unionCase, int number)
    {
        string type = TypeSyntax.Type(unionCase.Type);
        bool isValueType = TypeSyntax.IsValueType(unionCase.Type);
        string parameter = OutParameter(unionCase);
        string made = isValueType ? "value"
            : unionCase.TagMember is { } tag ? $"new {type}(value) {{ {CSharpText.Identifier(tag)} = value.{CSharpText.Identifier(tag)} }}"
            : "value ?? throw new global::System.ArgumentNullException(nameof(value))";
        writer.WriteLine(
            $$"""
            /// <summary>Makes the case {{CSharpText.Xml(unionCase.Name)}}.</summary>
            public static {{_name}} {{From(unionCase)}}({{type}} value) => new({{made}}, {{number}});

            /// <summary>Gets the value if it is the case {{CSharpText.Xml(unionCase.Name)}}.</summary>
            public bool {{TryGet(unionCase)}}({{parameter}})
            {
                value = _case == {{number}} ? ({{type}})_value! : default;
                return _case == {{number}};
            }

            """);
    }

    /// <summary>Writes what C# 15 takes for a case of a union: a constructor, and <c>TryGetValue</c> of the same type.</summary>
    /// <remarks>Both hang on the type alone, so cases that share one type share them too.</remarks>
    private void WriteMembersOfUnions(UnionCaseModel unionCase, IReadOnlyList<int> numbers)
    {
        writer.WriteLine(
            $"""
            /// <inheritdoc cref="{From(unionCase)}"/>
            public {_name}({TypeSyntax.Type(unionCase.Type)} value) => this = {From(unionCase)}(value);

            /// <inheritdoc cref="{TryGet(unionCase)}"/>
            """);
        string header = $"public bool {TryGetValue}({OutParameter(unionCase)})";
        if (numbers.Count == 1)
        {
            writer.WriteLine($"{header} => {TryGet(unionCase)}(out value);");
        }
        else
        {
            string isCase = $"_case is {string.Join(" or ", numbers)}";
            using (writer.Block(header))
            {
                // The value of a struct's default, which is the unknown case, is no more than the type's.
                writer.WriteLine($"value = {isCase} && _value is not null ? ({TypeSyntax.Type(unionCase.Type)})_value : default;");
                writer.WriteLine($"return {isCase};");
            }
        }

        writer.WriteLine();
    }

    private void WriteConversion(UnionCaseModel unionCase) => writer.WriteLine(
        $"""
        /// <summary>Makes the case {CSharpText.Xml(unionCase.Name)}.</summary>
        public static implicit operator {_name}({TypeSyntax.Type(unionCase.Type)} value) => {From(unionCase)}(value);

        """);

    private static string OutParameter(UnionCaseModel unionCase)
    {
        string type = TypeSyntax.Type(unionCase.Type);
        return TypeSyntax.IsValueType(unionCase.Type) ? $"out {type} value" : $"{NotNull} out {type}? value";
    }

    private string TryGet(UnionCaseModel unionCase) => TypeHeader.Member("TryGet" + unionCase.Name, model);

    private string From(UnionCaseModel unionCase) => TypeHeader.Member("From" + unionCase.Name, model);

    private void WriteMatch()
    {
        writer.WriteLine("/// <summary>Calls the function of the case that the value is.</summary>");
        string result = ResultName();
        writer.WriteLine($"/// <typeparam name=\"{result}\">What the functions return.</typeparam>");
        foreach (UnionCaseModel unionCase in model.Cases)
        {
            writer.WriteLine($"/// <param name=\"on{unionCase.Name}\">Takes the case {CSharpText.Xml(unionCase.Name)}.</param>");
        }

        writer.WriteLine("/// <param name=\"onUnknown\">Takes the JSON of a value that is none of the cases.</param>");
        writer.WriteLine($"public {result} {TypeHeader.Member("Match", model)}<{result}>(");
        using (writer.Indent())
        {
            foreach (UnionCaseModel unionCase in model.Cases)
            {
                writer.WriteLine($"global::System.Func<{TypeSyntax.Type(unionCase.Type)}, {result}> on{unionCase.Name},");
            }

            writer.WriteLine($"global::System.Func<{JsonElement}, {result}> onUnknown)");
        }

        using (writer.Block())
        {
            using (writer.Block("return _case switch", ";"))
            {
                for (int i = 0; i < model.Cases.Count; i++)
                {
                    UnionCaseModel unionCase = model.Cases[i];
                    writer.WriteLine($"{i + 1} => on{unionCase.Name}(({TypeSyntax.Type(unionCase.Type)})_value!),");
                }

                writer.WriteLine($"_ => onUnknown(_value is {JsonElement} json ? json : default),");
            }
        }
    }

    // The type parameter would hide a type of the document that has its name.
    private string ResultName()
    {
        string name = "TResult";
        while (model.Cases.Any(c => TypeSyntax.Type(c.Type).Contains(name)))
        {
            name += "_";
        }

        return name;
    }
}
