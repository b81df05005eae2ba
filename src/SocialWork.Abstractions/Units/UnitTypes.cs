namespace SocialWork.Abstractions;

/// <summary>Codes of unit types (register R1, <c>loai_dv</c>). Public identifiers: never renamed or reused.</summary>
public static class UnitTypes
{
    /// <summary>City department (sở, ban, ngành).</summary>
    public const string Department = "DEPARTMENT";
    /// <summary>City police.</summary>
    public const string PoliceAgency = "POLICE_AGENCY";
    /// <summary>Fatherland Front and socio-political organisations.</summary>
    public const string FrontOrganisation = "FRONT_ORGANISATION";
    /// <summary>Judicial body: the Justice department, courts, procuracies, enforcement.</summary>
    public const string JudicialBody = "JUDICIAL_BODY";
    /// <summary>People's Committee of a commune or ward.</summary>
    public const string Commune = "COMMUNE";
    /// <summary>Social assistance facility.</summary>
    public const string SocialAssistance = "SOCIAL_ASSISTANCE";
    /// <summary>Other social work service provider, public or private.</summary>
    public const string SocialWorkProvider = "SOCIAL_WORK_PROVIDER";
    /// <summary>Hospital, or a health centre licensed with in-patient beds.</summary>
    public const string Hospital = "HOSPITAL";
    /// <summary>Commune health station; one per commune.</summary>
    public const string HealthStation = "HEALTH_STATION";
    /// <summary>Other health facility.</summary>
    public const string HealthOther = "HEALTH_OTHER";
    /// <summary>School or educational facility.</summary>
    public const string School = "SCHOOL";
    /// <summary>State legal aid centre.</summary>
    public const string LegalAidCentre = "LEGAL_AID_CENTRE";
    /// <summary>Social work training institution; in no population.</summary>
    public const string TrainingInstitution = "TRAINING_INSTITUTION";
    /// <summary>Another related unit; in no population.</summary>
    public const string RelatedUnit = "RELATED_UNIT";
}
