using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocialWork.Documents.Word;

/// <summary>The styles of a document: whoever edits it in Word changes a part by its style.</summary>
internal static class WordStyles
{
    public const string Body = "BodyText";
    public const string Item = "ListBullet";
    public const string Head = "Letterhead";
    public const string Number = "DocumentNumber";
    public const string Kind = "DocumentKind";
    public const string Subject = "DocumentSubject";
    public const string Addressee = "Addressee";
    public const string Signatory = "Signatory";
    public const string RecipientsHead = "RecipientsHead";
    public const string Recipients = "Recipients";
    public const string AnnexNumber = "AnnexNumber";
    public const string AnnexTitle = "AnnexTitle";
    public const string AnnexAttached = "AnnexAttached";
    public const string Caption = "Caption";
    public const string TableWords = "TableWords";
    public const string Remark = "TableRemark";
    public const string PageNumber = "Header";
    public const string Rule = "Rule";
    public const string NoteText = "FootnoteText";
    public const string NoteMark = "FootnoteReference";

    /// <summary>The size of the text in points.</summary>
    public const double TextSize = 14;
    /// <summary>The size of the agencies' names.</summary>
    public const double HeadSize = 12;
    /// <summary>The size of tiêu ngữ.</summary>
    public const double MottoSize = 13;

    /// <summary>The id of the style of a heading.</summary>
    public static string Heading(int level) => $"Heading{level}";

    public static Styles Make()
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Decree30.Font, HighAnsi = Decree30.Font, EastAsia = Decree30.Font, ComplexScript = Decree30.Font },
                new Color { Val = "000000" }, new FontSize { Val = HalfPoints(TextSize) }, new FontSizeComplexScript { Val = HalfPoints(TextSize) },
                new Languages { Val = "vi-VN", EastAsia = "vi-VN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }))));
        styles.Append(
            Paragraph("Normal", "Normal", null, new(), isDefault: true),
            Paragraph(Body, "Body Text", "Normal", new() { Align = JustificationValues.Both, FirstLine = 12.7, Before = 6, Lines = 1.15 }),
            Paragraph(Item, "List Bullet", Body, new() { Align = JustificationValues.Both, Before = 6, Lines = 1.15, Numbering = WordNumbering.Dashes }),
            Paragraph(Heading(1), "heading 1", "Normal", new() { Align = JustificationValues.Both, Before = 12, IsBold = true, IsCaps = true, KeepNext = true, Outline = 0, Numbering = WordNumbering.Headings }),
            Paragraph(Heading(2), "heading 2", "Normal", new() { Align = JustificationValues.Both, Before = 6, IsBold = true, KeepNext = true, Outline = 1, Numbering = WordNumbering.Headings }),
            Paragraph(Heading(3), "heading 3", "Normal", new() { Align = JustificationValues.Both, Before = 6, IsBold = true, IsItalic = true, KeepNext = true, Outline = 2, Numbering = WordNumbering.Headings }),
            Paragraph(Head, "Letterhead", "Normal", new() { Align = JustificationValues.Center, Size = HeadSize }),
            Paragraph(Number, "Document number", "Normal", new() { Align = JustificationValues.Center, Size = 13, Before = 4 }),
            Paragraph(Kind, "Document kind", "Normal", new() { Align = JustificationValues.Center, Before = 18, IsBold = true, IsCaps = true, KeepNext = true }),
            Paragraph(Subject, "Document subject", "Normal", new() { Align = JustificationValues.Center, IsBold = true, KeepNext = true }),
            Paragraph(Addressee, "Addressee", "Normal", new() { Align = JustificationValues.Center, Before = 12, After = 6 }),
            Paragraph(Signatory, "Signatory", "Normal", new() { Align = JustificationValues.Center, IsBold = true, KeepNext = true }),
            Paragraph(RecipientsHead, "Recipients head", "Normal", new() { Size = 12, IsBold = true, IsItalic = true, KeepNext = true }),
            Paragraph(Recipients, "Recipients", "Normal", new() { Size = 11 }),
            Paragraph(AnnexNumber, "Annex number", "Normal", new() { Align = JustificationValues.Center, IsBold = true, KeepNext = true, Outline = 0 }),
            Paragraph(AnnexTitle, "Annex title", "Normal", new() { Align = JustificationValues.Center, IsBold = true, IsCaps = true, KeepNext = true }),
            Paragraph(AnnexAttached, "Annex attached to", "Normal", new() { Align = JustificationValues.Center, IsItalic = true, After = 6, KeepNext = true }),
            Paragraph(Caption, "caption", "Normal", new() { Align = JustificationValues.Center, Size = 13, IsItalic = true, Before = 8, After = 4, KeepNext = true }),
            Paragraph(TableWords, "Table words", "Normal", new() { Size = 12, Before = 2, After = 2 }),
            Paragraph(Remark, "Table remark", "Normal", new() { Align = JustificationValues.Both, Size = 12, IsItalic = true, Before = 4 }),
            Paragraph(PageNumber, "header", "Normal", new() { Align = JustificationValues.Center }),
            Paragraph(Rule, "Rule", "Normal", new() { Size = 2, ExactLine = 3 }),
            Paragraph(NoteText, "footnote text", "Normal", new() { Align = JustificationValues.Both, Size = 11 }),
            new Style(new StyleName { Val = "footnote reference" }, new StyleRunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript })) { Type = StyleValues.Character, StyleId = NoteMark });
        return styles;
    }

    public static string HalfPoints(double points) => Whole(points * 2);

    /// <summary>A length in twentieths of a point.</summary>
    public static string Twips(double points) => Whole(points * 20);

    /// <summary>Millimetres as points.</summary>
    public static double Points(double millimetres) => millimetres * 72 / 25.4;

    public static string Whole(double number) => ((int)Math.Round(number)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Style Paragraph(string id, string name, string? basedOn, Look look, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = name[0] is >= 'A' and <= 'Z' && !isDefault && id is not (Body or Item) ? true : null };
        if (basedOn is not null) style.Append(new BasedOn { Val = basedOn });
        style.Append(new PrimaryStyle(), look.Paragraph(), look.Run());
        return style;
    }

    private sealed record Look
    {
        public JustificationValues Align { get; init; } = JustificationValues.Left;
        public double? Size { get; init; }
        public double? FirstLine { get; init; }
        public double Before { get; init; }
        public double After { get; init; }
        public double? Lines { get; init; }
        public double? ExactLine { get; init; }
        public bool IsBold { get; init; }
        public bool IsItalic { get; init; }
        public bool IsCaps { get; init; }
        public bool KeepNext { get; init; }
        public int? Outline { get; init; }
        public int? Numbering { get; init; }

        public StyleParagraphProperties Paragraph()
        {
            var properties = new StyleParagraphProperties();
            if (KeepNext) properties.Append(new KeepNext());
            if (Numbering is { } list)
                properties.Append(new NumberingProperties(new NumberingLevelReference { Val = Outline ?? 0 }, new NumberingId { Val = list }));
            var spacing = new SpacingBetweenLines { Before = Twips(Before), After = Twips(After) };
            if (ExactLine is { } exact) (spacing.Line, spacing.LineRule) = (Twips(exact), LineSpacingRuleValues.Exact);
            else if (Lines is { } lines) (spacing.Line, spacing.LineRule) = (Whole(lines * 240), LineSpacingRuleValues.Auto);
            properties.Append(spacing);
            if (FirstLine is { } indent) properties.Append(new Indentation { FirstLine = Twips(Points(indent)) });
            properties.Append(new Justification { Val = Align });
            if (Outline is { } level) properties.Append(new OutlineLevel { Val = level });
            return properties;
        }

        public StyleRunProperties Run()
        {
            var properties = new StyleRunProperties();
            if (IsBold) properties.Append(new Bold());
            if (IsItalic) properties.Append(new Italic());
            if (IsCaps) properties.Append(new Caps());
            if (Size is { } size) properties.Append(new FontSize { Val = HalfPoints(size) }, new FontSizeComplexScript { Val = HalfPoints(size) });
            return properties;
        }
    }
}
