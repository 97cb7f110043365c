using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding;

/// <summary>Tells what of a call is not sent as the document may mean it.</summary>
internal static class SendChecks
{
    public static void Report(CallChoice call, Findings findings)
    {
        foreach (ApiSchema schema in call.Parameters.Select(parameter => parameter.Schema).OfType<ApiSchema>())
        {
            ReportBytes(schema, "a parameter", findings);
        }

        if (call.Body is { } body)
        {
            Report(body, findings);
        }
    }

    private static void Report(BodyChoice choice, Findings findings)
    {
        ReportEncodings(choice, findings);
        if (choice.Kind == BodyKind.Multipart)
        {
            ReportAddresses(choice, findings);
        }
        else if (choice.Kind is BodyKind.Json or BodyKind.JsonFields && MultipartOf(choice) is { } multipart)
        {
            ReportAddressesInJson(choice, multipart, findings);
        }

        if (choice.Kind is BodyKind.Json or BodyKind.JsonFields or BodyKind.Form && choice.Media.Schema is { } schema)
        {
            ReportBytes(schema, choice.MediaType, findings);
        }

        if (choice.Kind == BodyKind.Bytes && choice.Media.Schema is { } bytes && Formats.OfString(SchemaFacts.Follow(bytes)) == TypeKind.Bytes)
        {
            findings.Ignored(bytes.Pointer, $"the file is sent as it is, not as base64: give one that is base64 where the app takes no other");
        }
    }

    // Text has no bytes, and which text would stand for them the document does not say.
    private static void ReportBytes(ApiSchema schema, string place, Findings findings)
    {
        foreach (ApiSchema file in FileKinds.In(schema))
        {
            findings.Ignored(
                file.Pointer, $"{place} has no place for bytes: a binary string is a string in it, sent as the text that is given; with contentEncoding: base64 it is byte[]");
        }
    }

    // Django REST framework's FileField is an address in answers; drf-spectacular writes it so for requests too unless it
    // splits components. Beside a real file an address is one.
    private static void ReportAddresses(BodyChoice choice, Findings findings)
    {
        IReadOnlyList<ApiProperty> fields = choice.Parts?.Properties ?? new List<ApiProperty>();
        if (fields.Any(field => FileKinds.Of(field.Schema, choice.EncodingOf(field.Name)) is not null || FileKinds.In(field.Schema).Any()))
        {
            return;
        }

        foreach (ApiProperty field in fields.Where(field => !SchemaFacts.IsReadOnly(field.Schema) && IsAddress(field.Schema, depth: 0)))
        {
            findings.Ignored(
                field.Schema.Pointer,
                $"multipart makes no file of the field '{field.Name}', which is an address by its format and sent as text; a file has format: binary, as drf-spectacular writes it with COMPONENT_SPLIT_REQUEST");
        }
    }

    // By default Django REST framework takes JSON, a form and multipart for each body, in which one component cannot say
    // that it is a file in the last alone.
    private static ApiMediaType? MultipartOf(BodyChoice choice) =>
        choice.Body.Content.FirstOrDefault(media => MediaTypes.IsMultipart(MediaTypes.Essence(media.Name)) && media.Schema is { } schema && !FileKinds.IsIn(schema));

    private static void ReportAddressesInJson(BodyChoice choice, ApiMediaType multipart, Findings findings)
    {
        foreach (ApiProperty field in ObjectParts.Collect(SchemaFacts.Follow(multipart.Schema!)).Properties.Where(field => !SchemaFacts.IsReadOnly(field.Schema) && IsAddress(field.Schema, depth: 0)))
        {
            findings.Ignored(
                field.Schema.Pointer,
                $"the field '{field.Name}' is an address by its format, and {choice.MediaType} is sent; if it is a file, declare it with format: binary, as drf-spectacular writes it with COMPONENT_SPLIT_REQUEST, and multipart is sent");
        }
    }

    private static bool IsAddress(ApiSchema schema, int depth)
    {
        ApiSchema followed = SchemaFacts.Follow(schema);
        return (SchemaFacts.TypesOf(followed) == ApiType.String && Formats.OfString(followed) == TypeKind.Uri)
            || (depth < 3 && SchemaFacts.Branches(followed).Concat(followed.AllOf).Concat(new[] { followed.Items }.OfType<ApiSchema>()).Any(part => IsAddress(part, depth + 1)));
    }

    // An object that was taken apart, a body that is one parameter, JSON, or a slip of the pen.
    private static void ReportEncodings(BodyChoice choice, Findings findings)
    {
        bool hasFields = choice.Parts is not null && choice.Kind != BodyKind.JsonFields;
        foreach (KeyValuePair<string, ApiEncoding> encoding in choice.Media.Encoding)
        {
            if (!hasFields || choice.Parts!.Properties.All(field => field.Name != encoding.Key))
            {
                findings.Ignored(encoding.Value.Pointer, $"no field '{encoding.Key}' is sent by itself, so that nothing has its encoding");
            }
        }
    }
}
