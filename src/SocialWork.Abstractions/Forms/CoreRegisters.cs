namespace SocialWork.Abstractions;

/// <summary>
/// What modules may count of the core's registers. The register gives each module the entries that units of its own sector
/// keep, so that every sector contributes its share of BS12 and BS13. The core's registers are made of these very fields.
/// </summary>
public static class CoreRegisters
{
    /// <summary>R9: a model's code.</summary>
    public static readonly TextField ModelCode = new("R9", "ma")
    {
        Section = "muc",
        Label = new("Mã mô hình", "Model code"),
        MaxLength = 50,
    };

    /// <summary>R10: a shelter's random code. Neither its address nor its commune is ever recorded.</summary>
    public static readonly TextField ShelterCode = new("R10", "ma")
    {
        Section = "muc",
        Label = new("Mã (ngẫu nhiên)", "Random code"),
        MaxLength = 50,
    };

    /// <summary>R9: models that operate (BS12); shelters and care families are counted elsewhere.</summary>
    public static readonly Measure OperatingModels = new("R9", "operating", ModelCode) { Where = "trang_thai = 'DANG_HOAT_DONG'" };

    /// <summary>R10: shelters that operate (BS13).</summary>
    public static readonly Measure OperatingShelters = new("R10", "operating", ShelterCode) { Where = "trang_thai = 'DANG_HOAT_DONG'" };
}
