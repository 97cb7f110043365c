using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Writes the method of an operation: it builds the request and hands it to the runtime.</summary>
internal sealed class OperationWriter
{
    private readonly CodeWriter _writer;
    private readonly OperationsFileModel _file;
    private readonly OperationModel _operation;
    private readonly string? _errors;
    private readonly string _request;
    private readonly string _body;

    /// <summary>Initializes the writer.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="file">The file that the method is in.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="errors">The method that reads its declared errors; null: the runtime's own reading is enough.</param>
    public OperationWriter(CodeWriter writer, OperationsFileModel file, OperationModel operation, string? errors)
    {
        _writer = writer;
        _file = file;
        _operation = operation;
        _errors = errors;
        HashSet<string> taken = [.. ParameterWriter.Asked(operation).Select(p => p.Name), .. operation.Body?.Fields.Select(f => f.Name) ?? []];
        _request = LocalName("request", taken);
        _body = LocalName("fields", taken);
    }

    public void Write()
    {
        new SignatureWriter(_writer, _operation).Write();
        using (_writer.Block())
        {
            if (_operation.Paging is { } paging)
            {
                new PagesWriter(_writer, _operation, paging).Write();
                return;
            }

            WriteNullChecks();
            if (_operation.Call is not RouteModel route)
            {
                new EndpointWriter(_writer, _operation, _request).Write();
                return;
            }

            _writer.WriteLine(
                $"{RuntimeNames.AppRequest} {_request} = new({Method(route.HttpMethod)}, {CSharpText.Literal(route.Template)});");
            new PathWriter(_writer, route, _operation.Parameters, _request).Write();
            new ParameterWriter(_writer, _operation, _request).Write();
            foreach (ApiKeyModel key in _operation.ApiKeys)
            {
                _writer.WriteLine(
                    $"_app.AddApiKey{key.Location}({_request}, {CSharpText.Literal(key.Scheme)}, {CSharpText.Literal(key.WireName)});");
            }

            if (_operation.Response.Accept.Length > 0)
            {
                _writer.WriteLine($"{_request}.Accept({CSharpText.Literal(_operation.Response.Accept)});");
            }

            foreach (ElsewhereModel other in _operation.Response.Elsewhere)
            {
                _writer.WriteLine($"{_request}.ReadElsewhere({other.FirstStatus}, {other.LastStatus}, {CSharpText.Literal(other.MethodName)});");
            }

            if (_operation.Body is { } body)
            {
                new BodyWriter(_writer, body, _request, _body).Write();
            }

            new ChecksWriter(_writer, _file, _operation, _request).Write();
            new ResponseWriter(_writer, _file, _operation, _request, _errors).WriteCall();
        }

        new ResponseWriter(_writer, _file, _operation, _request, _errors).WriteCases();
    }

    // A caller without nullable warnings may pass null, which would silently leave a required value out.
    private void WriteNullChecks()
    {
        IEnumerable<(string Name, TypeRef Type)> required = ParameterWriter.Asked(_operation)
            .Where(p => p.IsRequired && p.Location != ParameterLocation.Path)
            .Select(p => (p.Name, p.Type))
            .Concat(_operation.Body?.Fields.Where(f => f.IsRequired).Select(f => (f.Name, f.Type)) ?? []);
        foreach ((string name, TypeRef type) in required)
        {
            if (!type.IsNullable && !TypeSyntax.IsValueType(type))
            {
                _writer.WriteLine($"global::System.ArgumentNullException.ThrowIfNull({CSharpText.Identifier(name)});");
            }
        }
    }

    private static string Method(string name)
    {
        const string type = "global::System.Net.Http.HttpMethod";
        return name switch
        {
            "GET" => type + ".Get",
            "PUT" => type + ".Put",
            "POST" => type + ".Post",
            "DELETE" => type + ".Delete",
            "HEAD" => type + ".Head",
            "OPTIONS" => type + ".Options",
            "TRACE" => type + ".Trace",
            "PATCH" => type + ".Patch",
            string other => $"new {type}({CSharpText.Literal(other)})",
        };
    }

    private static string LocalName(string name, HashSet<string> taken)
    {
        string free = name;
        for (int number = 2; taken.Contains(free); number++)
        {
            free = name + number;
        }

        return free;
    }
}
