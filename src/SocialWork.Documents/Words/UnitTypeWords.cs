using SocialWork.Abstractions;

namespace SocialWork.Documents.Words;

/// <summary>The words for types of unit (register R1).</summary>
public static class UnitTypeWords
{
    /// <summary>The type in words; a type that the product does not know reads as its code.</summary>
    public static Text Of(string type) => type switch
    {
        UnitTypes.Department => new("Sở, ban, ngành cấp thành phố", "City departments"),
        UnitTypes.PoliceAgency => new("Công an thành phố", "City police"),
        UnitTypes.FrontOrganisation => new("Ủy ban MTTQ và tổ chức chính trị - xã hội", "Fatherland Front and socio-political organisations"),
        UnitTypes.JudicialBody => new("Cơ quan tư pháp", "Judicial bodies"),
        UnitTypes.Commune => new("Ủy ban nhân dân xã, phường", "Commune and ward People's Committees"),
        UnitTypes.SocialAssistance => new("Cơ sở trợ giúp xã hội", "Social assistance facilities"),
        UnitTypes.SocialWorkProvider => new("Cơ sở cung cấp dịch vụ công tác xã hội khác", "Other social work service providers"),
        UnitTypes.Hospital => new("Bệnh viện", "Hospitals"),
        UnitTypes.HealthStation => new("Trạm y tế xã, phường", "Commune health stations"),
        UnitTypes.HealthOther => new("Cơ sở y tế khác", "Other health facilities"),
        UnitTypes.School => new("Trường học, cơ sở giáo dục", "Schools and educational facilities"),
        UnitTypes.LegalAidCentre => new("Trung tâm trợ giúp pháp lý Nhà nước", "State Legal Aid Centre"),
        UnitTypes.TrainingInstitution => new("Cơ sở đào tạo công tác xã hội", "Social work training institutions"),
        UnitTypes.RelatedUnit => new("Đơn vị liên quan khác", "Other related units"),
        "DETOX_CENTRE" => new("Cơ sở cai nghiện ma túy", "Drug rehabilitation facilities"),
        "PRISON" => new("Trại giam, cơ sở giam giữ", "Prisons and detention facilities"),
        "COMPULSORY_EDUCATION" => new("Cơ sở giáo dục bắt buộc", "Compulsory education facilities"),
        "REFORMATORY" => new("Trường giáo dưỡng", "Reformatories"),
        "SHELTER" => new("Ngôi nhà tạm lánh, địa chỉ tin cậy", "Shelters and trusted addresses"),
        _ => new(type, type),
    };
}
