using System.Collections.Immutable;

namespace SocialWork.Documents.Word;

/// <summary>
/// A document of an agency as Decree 30/2020/NĐ-CP lays it out, without its looks: what is said, in which part. Immutable.
/// </summary>
public sealed record OfficialDocument
{
    /// <summary>Above the title, on both sides.</summary>
    public required Letterhead Head { get; init; }
    /// <summary>The kind of document: BÁO CÁO.</summary>
    public required string Kind { get; init; }
    /// <summary>Trích yếu: what it is about, in one or a few lines.</summary>
    public required string Subject { get; init; }
    /// <summary>Whom it addresses: “Kính gửi: …”; null for nobody.</summary>
    public string? Addressee { get; init; }
    /// <summary>The text.</summary>
    public required ImmutableArray<Block> Body { get; init; }
    /// <summary>Who signs.</summary>
    public required Signature Signature { get; init; }
    /// <summary>Nơi nhận, without dashes and punctuation; the last is where it is kept.</summary>
    public required ImmutableArray<string> Recipients { get; init; }
    /// <summary>Phụ lục, each with pages of its own.</summary>
    public ImmutableArray<Annex> Annexes { get; init; } = [];
    /// <summary>A line that marks every page, such as that the figures are examples; null for none.</summary>
    public string? Mark { get; init; }
    /// <summary>When it was made, for the file's properties.</summary>
    public required DateTimeOffset Made { get; init; }
}

/// <summary>What stands above a document's title.</summary>
/// <param name="Superior">The agency above the issuing one, a line each; empty for none.</param>
/// <param name="Issuer">The issuing agency, a line each.</param>
/// <param name="Number">Number and sign: “05/BC-SYT”.</param>
/// <param name="PlaceAndDate">“Huế, ngày 05 tháng 12 năm 2026”.</param>
public sealed record Letterhead(ImmutableArray<string> Superior, ImmutableArray<string> Issuer, string Number, string PlaceAndDate);

/// <summary>Who signs.</summary>
/// <param name="Capacity">In what capacity, a line each: “KT. GIÁM ĐỐC”, “PHÓ GIÁM ĐỐC”.</param>
/// <param name="Name">Given and family name, without a degree.</param>
public sealed record Signature(ImmutableArray<string> Capacity, string Name);

/// <summary>An annex.</summary>
/// <param name="Number">“I”, “II”; null where it is the only one.</param>
/// <param name="Title">What it holds.</param>
/// <param name="AttachedTo">“(Kèm theo Báo cáo số …)”.</param>
/// <param name="IsWide">Whether its pages lie.</param>
/// <param name="Blocks">Its content.</param>
public sealed record Annex(string? Number, string Title, string AttachedTo, bool IsWide, ImmutableArray<Block> Blocks);
