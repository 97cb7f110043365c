namespace DatabricksApps.Gen.Emit;

/// <summary>Every name of the runtime that generated code mentions, once.</summary>
internal static class RuntimeNames
{
    /// <summary>The namespace of what users see.</summary>
    public const string Public = "global::DatabricksApps.";

    /// <summary>The namespace of what only generated code calls, by the alias of each namespace.</summary>
    /// <remarks>
    /// It stands in most lines, so it is short. No name of a project can hide it, because only an alias may stand before
    /// <c>::</c>, and that of the innermost namespace counts. It begins small, unlike any type of a document, because no type
    /// of that namespace may have its name (CS0576).
    /// </remarks>
    public const string Generated = "dbApps::";

    /// <summary>The line that makes the alias.</summary>
    public const string GeneratedAlias = "using dbApps = global::DatabricksApps.Generated;";

    /// <summary>System.Text.Json, by the alias of each file of types.</summary>
    public const string Json = "sysJson::";

    /// <summary>The line that makes the alias.</summary>
    public const string JsonAlias = "using sysJson = global::System.Text.Json;";

    /// <summary>The client's own namespace, by the alias of each file of types.</summary>
    public const string Own = "thisApi::";

    public const string Utf8JsonReader = Json + "Utf8JsonReader";
    public const string Utf8JsonWriter = Json + "Utf8JsonWriter";

    public const string JsonModel = Public + "JsonModel";
    public const string GradioJob = Public + "GradioJob";
    public const string GradioInput = Public + "GradioInput";
    public const string GradioResult = Public + "GradioResult";
    public const string JsonModelOf = Generated + "JsonModel";
    public const string IJsonModel = Generated + "IJsonModel";
    public const string ModelConverter = Generated + "ModelConverter";
    public const string JsonMembers = Generated + "JsonMembers";
    public const string JsonMemberWriter = Generated + "JsonMemberWriter";
    public const string JsonTypes = Generated + "JsonTypes";
    public const string JsonEnum = Generated + "JsonEnum";
    public const string JsonIntegerEnum = Generated + "JsonIntegerEnum";
    public const string JsonMixedEnum = Generated + "JsonMixedEnum";
    public const string IJsonUnion = Generated + "IJsonUnion";
    public const string JsonValues = Generated + "JsonValues";
    public const string JsonUnion = Generated + "JsonUnion";
    public const string JsonNull = Generated + "JsonNull";
    public const string JsonLiteral = Generated + "JsonLiteral";

    public const string AppAnswer = Public + "AppAnswer";
    public const string AppResult = Public + "AppResult";
    public const string AppFile = Public + "AppFile";
    public const string AppEvent = Public + "AppEvent";
    public const string AppException = Public + "AppException";
    public const string AppValidationException = Public + "AppValidationException";
    public const string AppRequestOptions = Public + "AppRequestOptions";
    public const string DatabricksAppOptions = Public + "DatabricksAppOptions";

    /// <summary>Stands above the namespace of a file, where there is no alias.</summary>
    public const string AppChanged = "global::DatabricksApps.Generated.AppChanged";

    public const string JsonRule = Generated + "JsonRule";
    public const string JsonRuleKinds = Generated + "JsonRuleKinds";

    public const string AppConnection = Generated + "AppConnection";
    public const string AppPages = Generated + "AppPages";
    public const string AppPipeline = Generated + "AppPipeline";
    public const string AppRequest = Generated + "AppRequest";
    public const string EventContent = Generated + "EventContent";
    public const string AppResponse = Generated + "AppResponse";
    public const string JsonFieldsBody = Generated + "JsonFieldsBody";
    public const string FormBody = Generated + "FormBody";
    public const string MultipartBody = Generated + "MultipartBody";
    public const string ParameterStyle = Generated + "ParameterStyle";

    public const string GradioApp = Generated + "GradioApp";
    public const string GradioCall = Generated + "GradioCall";

    public const string FileJson = Generated + "GradioFileJson";
    public const string StringJson = Generated + "StringJson";
    public const string BooleanJson = Generated + "BooleanJson";
    public const string Int32Json = Generated + "Int32Json";
    public const string Int64Json = Generated + "Int64Json";
    public const string BigIntegerJson = Generated + "BigIntegerJson";
    public const string SingleJson = Generated + "SingleJson";
    public const string DoubleJson = Generated + "DoubleJson";
    public const string DecimalJson = Generated + "DecimalJson";
    public const string DecimalStringJson = Generated + "DecimalStringJson";
    public const string DateTimeJson = Generated + "DateTimeJson";
    public const string DateJson = Generated + "DateJson";
    public const string TimeJson = Generated + "TimeJson";
    public const string DurationJson = Generated + "DurationJson";
    public const string ConstantDurationJson = Generated + "ConstantDurationJson";
    public const string GuidJson = Generated + "GuidJson";
    public const string UriJson = Generated + "UriJson";
    public const string BytesJson = Generated + "BytesJson";
    public const string AnyJson = Generated + "AnyJson";
    public const string ModelJson = Generated + "ModelJson";
    public const string ListJson = Generated + "ListJson";
    public const string MapJson = Generated + "MapJson";
    public const string TupleJson = Generated + "TupleJson";
    public const string NullableJson = Generated + "NullableJson";
    public const string ReferenceOrNullJson = Generated + "ReferenceOrNullJson";
}
