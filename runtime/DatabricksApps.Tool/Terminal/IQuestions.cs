using Spectre.Console;

namespace DatabricksApps.Tool.Terminal;

/// <summary>The person at the keyboard.</summary>
internal interface IQuestions
{
    /// <summary>Asks whether to do something; not, unless it is said.</summary>
    bool Confirm(string question);

    /// <summary>Asks which of several is meant.</summary>
    string Choose(string question, IReadOnlyList<string> choices);
}

/// <inheritdoc/>
internal sealed class TerminalQuestions(IAnsiConsole console) : IQuestions
{
    public bool Confirm(string question) => console.Prompt(new ConfirmationPrompt(Markup.Escape(question)) { DefaultValue = false });

    public string Choose(string question, IReadOnlyList<string> choices) => console.Prompt(
        new SelectionPrompt<string>().Title(Markup.Escape(question)).AddChoices(choices).UseConverter(Markup.Escape));
}
