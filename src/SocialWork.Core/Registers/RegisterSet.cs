using System.Collections.Frozen;
using System.Collections.Immutable;
using SocialWork.Core.Forms;

namespace SocialWork.Core.Registers;

/// <summary>The core's registers but R1 (units) and R16 (obstacles), which have tables of their own.</summary>
public static class RegisterSet
{
    /// <summary>Every register, in the order of its number.</summary>
    public static ImmutableArray<CompiledRegister> All { get; } =
    [
        .. from definition in new[]
           {
               StaffMemberRegister.Register,
               CollaboratorRegister.Register,
               JuvenileJusticeWorkerRegister.Register,
               PracticeSiteRegister.Register,
               PracticeCertificateRegister.Register,
               PractitionerCertificateRegister.Register,
               CourseRegister.Register,
               ModelRegister.Register,
               ShelterSiteRegister.Register,
               CareArrangementRegister.Register,
               SocialWorkDayEventRegister.Register,
               CommendationRegister.Register,
               ReferralRegister.Register,
               FundingLineRegister.Register,
               DocumentRegister.Register,
           }
           select new CompiledRegister(definition, CompiledForm.Compile(definition.Form)),
    ];

    private static readonly FrozenDictionary<string, CompiledRegister> ByCode = All.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);

    /// <summary>The register of that code, or null.</summary>
    public static CompiledRegister? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The registers that indicators count.</summary>
    public static ImmutableArray<CompiledRegister> Measured { get; } = [.. All.Where(r => !r.Form.Measures.IsEmpty)];
}

/// <summary>A register made ready for use. Immutable; safe for concurrent use.</summary>
/// <param name="Definition">The declaration.</param>
/// <param name="Form">Its fields, rules and measures, compiled.</param>
public sealed record CompiledRegister(RegisterDefinition Definition, CompiledForm Form)
{
    /// <summary>The register's code.</summary>
    public string Code => Definition.Code;
}
