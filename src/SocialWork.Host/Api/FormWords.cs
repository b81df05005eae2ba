using SocialWork.Abstractions;

namespace SocialWork.Host.Api;

/// <summary>How the API writes what a field is.</summary>
internal static class FormWords
{
    /// <summary>The kind of field: <c>int</c>, <c>choice</c> and so on.</summary>
    public static string TypeOf(FormField field) => field switch
    {
        IntField => "int",
        MoneyField => "money",
        BoolField => "bool",
        TextField => "text",
        DateField => "date",
        ChoiceField => "choice",
        MultiChoiceField => "multichoice",
        FileField => "file",
        TableField => "table",
        _ => throw new InvalidOperationException($"Unknown field type {field.GetType().Name}."),
    };

    /// <summary>The list a field offers; null where it offers none.</summary>
    public static object? OptionsOf(FormField field) => field switch
    {
        ChoiceField choice => Of(choice.Options),
        MultiChoiceField choices => Of(choices.Options),
        _ => null,
    };

    /// <summary>A dimension with its options.</summary>
    public static object Of(Dimension dimension) => new { dimension.Id, dimension.Label, dimension.Source, dimension.Options };
}
