using SocialWork.Abstractions;
using SocialWork.Core.Reports;

namespace SocialWork.Host.Pages.Words;

/// <summary>What the facts of a document are called.</summary>
internal static class FactWords
{
    /// <summary>The name of a fact, by its name in <see cref="DocumentFacts"/>.</summary>
    public static Text Of(string fact) => fact switch
    {
        nameof(DocumentFacts.Superior) => new("Cơ quan cấp trên trực tiếp", "The agency above"),
        nameof(DocumentFacts.Issuer) => new("Cơ quan ban hành", "Issuing agency"),
        nameof(DocumentFacts.Number) => new("Số của báo cáo", "Number of the report"),
        nameof(DocumentFacts.Sign) => new("Ký hiệu", "Sign"),
        nameof(DocumentFacts.Place) => new("Địa danh", "Place"),
        nameof(DocumentFacts.Date) => new("Ngày ban hành", "Date of the report"),
        nameof(DocumentFacts.PlanNumber) => new("Số, ký hiệu của Kế hoạch", "Number and sign of the plan"),
        nameof(DocumentFacts.PlanDate) => new("Ngày của Kế hoạch", "Date of the plan"),
        nameof(DocumentFacts.Capacity) => new("Quyền hạn, chức vụ của người ký", "Capacity of the signer"),
        nameof(DocumentFacts.Signer) => new("Họ và tên người ký", "Name of the signer"),
        nameof(DocumentFacts.Recipients) => new("Nơi nhận", "Recipients"),
        _ => new(fact, fact),
    };
}
