namespace SocialWork.Documents.Xlsx;

/// <summary>How a cell looks, and whether people may change it. The order is that of the style table.</summary>
internal enum Look
{
    /// <summary>As the program does it.</summary>
    Plain,
    /// <summary>A hidden mark.</summary>
    Key,
    /// <summary>Who reports.</summary>
    Agency,
    /// <summary>The form's number.</summary>
    FormCode,
    /// <summary>The form's title.</summary>
    Title,
    /// <summary>A line beneath the title.</summary>
    Subtitle,
    /// <summary>What to know before filling in.</summary>
    Advice,
    /// <summary>That the data are made up.</summary>
    Demonstration,
    /// <summary>A section's heading.</summary>
    Section,
    /// <summary>A block's heading.</summary>
    Block,
    /// <summary>A column's heading.</summary>
    Header,
    /// <summary>A row's label.</summary>
    Label,
    /// <summary>A row's number or unit of measure.</summary>
    Centred,
    /// <summary>A hint.</summary>
    Hint,
    /// <summary>A sum.</summary>
    Total,
    /// <summary>The label of a sum.</summary>
    TotalLabel,
    /// <summary>A value of the year before.</summary>
    Previous,
    /// <summary>A cell that this row is not asked.</summary>
    NotAsked,
    /// <summary>A link.</summary>
    Link,
    /// <summary>Where a number is entered.</summary>
    NumberInput,
    /// <summary>Where words are entered.</summary>
    TextInput,
    /// <summary>Where a date is entered.</summary>
    DateInput,
    /// <summary>Where an entry of a list is chosen.</summary>
    ChoiceInput,
    /// <summary>A table's title.</summary>
    Caption,
    /// <summary>What a table was made from.</summary>
    CaptionNote,
    /// <summary>That a table's data are made up.</summary>
    CaptionMark,
    /// <summary>Words of a table.</summary>
    Words,
    /// <summary>A whole number of a table.</summary>
    Whole,
    /// <summary>A percentage of a table.</summary>
    Percent,
    /// <summary>A date of a table.</summary>
    Day,
    /// <summary>A moment of a table.</summary>
    Moment,
    /// <summary>A rate of a table, with one decimal.</summary>
    Rate,
    /// <summary>A rate of a sum.</summary>
    TotalRate,
    /// <summary>A rate that one decimal would put on the other side of its threshold, with up to three.</summary>
    FineRate,
    /// <summary>The same of a sum.</summary>
    FineTotalRate,
}
