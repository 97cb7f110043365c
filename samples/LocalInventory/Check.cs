namespace LocalInventory;

/// <summary>Collects what is wrong with a request, and refuses it as a whole.</summary>
internal sealed class Check
{
    private readonly List<InvalidValue> _errors = [];

    public Check AtLeast(decimal? value, decimal limit, params object[] location) =>
        Add(value >= limit || value is null, $"ensure this value is greater than or equal to {limit}", "value_error.number.not_ge", location);

    public Check AtMost(decimal value, decimal limit, params object[] location) =>
        Add(value <= limit, $"ensure this value is less than or equal to {limit}", "value_error.number.not_le", location);

    public Check Above(decimal? value, decimal limit, params object[] location) =>
        Add(value > limit || value is null, $"ensure this value is greater than {limit}", "value_error.number.not_gt", location);

    public Check Length(string? value, int minimum, int maximum, params object[] location) =>
        Add(value is null || value.Length >= minimum, $"ensure this value has at least {minimum} characters", "value_error.any_str.min_length", location)
            .Add(value is null || value.Length <= maximum, $"ensure this value has at most {maximum} characters", "value_error.any_str.max_length", location);

    public void ThrowIfInvalid()
    {
        if (_errors.Count > 0)
        {
            throw Problem.Invalid(_errors);
        }
    }

    private Check Add(bool isValid, string message, string type, object[] location)
    {
        if (!isValid)
        {
            _errors.Add(new InvalidValue(location, message, type));
        }

        return this;
    }
}
