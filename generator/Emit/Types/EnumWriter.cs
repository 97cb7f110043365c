using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Writes an open enum: a struct that holds what is on the wire, its named values, and a C# enum of them.</summary>
internal sealed class EnumWriter(CodeWriter writer, TypeHeader header, EnumTypeModel model)
{
    private readonly string _name = CSharpText.Identifier(model.Name);

    public void Write()
    {
        header.Write(model);
        using (writer.Block(
            $"{header.Accessibility} readonly partial struct {_name} : global::System.IEquatable<{_name}>, {RuntimeNames.IJsonModel}, {RuntimeNames.IJsonModel}<{_name}>"))
        {
            writer.WriteLine(
                $"""
                private static readonly {Table} s_values = new({string.Join(", ", model.Values.Select(Wire))});

                private readonly {(IsInteger ? "long" : "string?")} _value;

                /// <summary>Makes a value; it need not be one of the named ones.</summary>
                /// <param name="value">{Meaning}</param>
                public {_name}({Type} value) => _value = {(model.Kind == EnumKind.Mixed ? "s_values.Spell(value)" : "value")};

                """);
            if (model.Kind == EnumKind.Mixed)
            {
                // What was read is JSON, and never a plain text.
                writer.WriteLine($"private {_name}(string json, bool _) => _value = json;");
                writer.WriteLine();
            }

            WriteNumbers();

            foreach (EnumValueModel value in model.Values)
            {
                WriteWire(value);
                writer.WriteLine($"public static readonly {_name} {CSharpText.Identifier(value.Name)} = new({Wire(value)});");
                writer.WriteLine();
            }

            WriteMembers();
            WriteKnown();
            WriteConversions();
            WriteJson();
        }
    }

    private bool IsInteger => model.Kind == EnumKind.Integer;

    private string Type => IsInteger ? "long" : "string";

    // The value by which two are told apart. The default of a struct writes null, as one that was read from null does; of JSON
    // text both are null's.
    private string Value => model.Kind == EnumKind.Mixed ? ValueName : "_value";

    private string ValueName => TypeHeader.Member("Value", model);

    private string KnownName => TypeHeader.Member("Known", model);

    private string Table => model.Kind switch
    {
        EnumKind.String => RuntimeNames.JsonEnum,
        EnumKind.Integer => RuntimeNames.JsonIntegerEnum,
        _ => RuntimeNames.JsonMixedEnum,
    };

    private string Meaning => model.Kind == EnumKind.Mixed ? "The value as JSON text, such as <c>1</c> or <c>\"auto\"</c>, or as a plain text, such as <c>auto</c>." : "The value on the wire.";

    private string Wire(EnumValueModel value) => IsInteger ? CSharpText.Number(value.Wire, "L") : CSharpText.Literal(value.Wire);

    private void WriteNumbers()
    {
        if (model.Kind != EnumKind.Mixed || !model.Values.Any(value => value.Wire[0] is '-' or (>= '0' and <= '9')))
        {
            return;
        }

        foreach (string number in new[] { "long", "double" })
        {
            writer.WriteLine(
                $"""
                /// <summary>Makes a value of a number.</summary>
                public {_name}({number} value) => _value = {RuntimeNames.JsonMixedEnum}.Spell(value);

                /// <summary>Makes a value of a number.</summary>
                public static implicit operator {_name}({number} value) => new(value);

                """);
        }
    }

    private void WriteMembers() => writer.WriteLine(
        $"""
        /// <summary>Gets the value {(model.Kind == EnumKind.Mixed ? "as JSON text" : "on the wire")}.</summary>
        public {Type} {ValueName} => {(IsInteger ? "_value" : model.Kind == EnumKind.Mixed ? "_value ?? \"null\"" : "_value ?? \"\"")};

        /// <summary>Gets whether it is one of the named values.</summary>
        public bool {TypeHeader.Member("IsKnown", model)} => s_values.Find({Value}) > 0;

        /// <summary>Gets the named value, for <c>switch</c>.</summary>
        public {KnownName} {TypeHeader.Member("Kind", model)} => ({KnownName})s_values.Find({Value});

        """);

    private void WriteKnown()
    {
        writer.WriteLine("/// <summary>The named values.</summary>");
        using (writer.Block($"public enum {KnownName}"))
        {
            writer.WriteLine(
                """
                /// <summary>None of the named values.</summary>
                Unknown,
                """);
            foreach (EnumValueModel value in model.Values)
            {
                writer.WriteLine();
                WriteWire(value);
                writer.WriteLine($"{CSharpText.Identifier(value.Name)},");
            }
        }

        writer.WriteLine();
    }

    private void WriteWire(EnumValueModel value)
    {
        if (value.Wire != value.Name)
        {
            DocComment.WriteElement(writer, "summary", value.Wire.Length == 0 ? "The empty string." : $"<c>{CSharpText.Xml(value.Wire)}</c>");
        }
    }

    private void WriteConversions() => writer.WriteLine(
        $"""
        /// <summary>Makes a value of what is on the wire.</summary>
        public static implicit operator {_name}({Type} value) => new(value);

        /// <summary>Tells whether two values are the same on the wire.</summary>
        public static bool operator ==({_name} left, {_name} right) => left.Equals(right);

        /// <summary>Tells whether two values differ on the wire.</summary>
        public static bool operator !=({_name} left, {_name} right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals({_name} other) => {Value} == other.{Value};

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is {_name} other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode() => {(IsInteger ? "_value" : ValueName)}.GetHashCode();

        /// <summary>Returns the value {(model.Kind == EnumKind.Mixed ? "as JSON text" : "on the wire")}.</summary>
        public override string ToString() => {(IsInteger ? "_value.ToString(global::System.Globalization.CultureInfo.InvariantCulture)" : ValueName)};

        """);

    private void WriteJson()
    {
        const string Reader = RuntimeNames.Utf8JsonReader;
        string read = model.Kind switch
        {
            EnumKind.String => "s_values.Read(ref reader)",
            EnumKind.Integer => RuntimeNames.Int64Json + ".Read(ref reader)",
            _ => RuntimeNames.JsonMixedEnum + ".Read(ref reader)",
        };
        string write = model.Kind switch
        {
            EnumKind.String => $"writer.WriteStringValue(_value)",
            EnumKind.Integer => "writer.WriteNumberValue(_value)",
            _ => RuntimeNames.JsonMixedEnum + $".Write(writer, {ValueName})",
        };
        writer.WriteLine(
            $"""
            {TypeHeader.Hidden}
            public static {_name} ReadFrom(ref {Reader} reader) => new({read}{(model.Kind == EnumKind.Mixed ? ", true" : "")});

            {TypeHeader.Hidden}
            public static int FitOf({Reader} reader) => s_values.Fit(reader);

            void {RuntimeNames.IJsonModel}.WriteTo({RuntimeNames.Utf8JsonWriter} writer) => {write};
            """);
    }
}
