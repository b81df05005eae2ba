using SocialWork.Abstractions;
using SocialWork.Core.Access;

namespace SocialWork.Documents.Words;

/// <summary>Roles in words. Safe for concurrent use.</summary>
public static class RoleWords
{
    /// <summary>What a role is called.</summary>
    public static Text Of(Role role) => role switch
    {
        Role.Reporter => new("Người báo cáo", "Reporter"),
        Role.Approver => new("Thủ trưởng duyệt", "Approving head"),
        Role.StandingAgency => new("Cơ quan thường trực", "Standing agency"),
        Role.Leader => new("Lãnh đạo thành phố", "City leader"),
        Role.Auditor => new("Thanh tra, kiểm tra", "Auditor"),
        Role.Administrator => new("Quản trị viên", "Administrator"),
        _ => throw new InvalidOperationException($"Unknown role {role}."),
    };
}
