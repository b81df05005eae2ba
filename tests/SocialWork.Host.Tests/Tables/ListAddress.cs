using System.Text.Json;

namespace SocialWork.Host.Tests.Tables;

/// <summary>A list of the API.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Lines">Its lines, from its JSON.</param>
/// <param name="Columns">Headings in English with the names that the JSON has for the same; joined by a blank, and by “%” for a percentage.</param>
public sealed record ListAddress(string Path, Func<JsonElement, IEnumerable<JsonElement>> Lines, params string[] Columns)
{
    /// <summary>Every list there is.</summary>
    public static IReadOnlyList<ListAddress> All { get; } =
    [
        new("/api/v1/plans", Array, "Code=id", "Year=year", "Title=title", "Cut-off date=cutOff", "Standing agency=standingAgency"),
        new("/api/v1/plans/2026/targets", Array, "Clause=clause", "Target=title", "Threshold=threshold%", "Wording=wording", "Indicator=indicator", "Owner=owner", "Numerator=numerator", "Denominator=denominator"),
        new("/api/v1/plans/2026/activities", Array, "Clause=clause", "Activity=title", "Measure=measure", "Evidence=evidence"),
        new("/api/v1/plans/2026/tasks", Array, "Clause=clause", "Task=title", "Agency=unit", "Partners=partners", "Addressees=addressees", "Measure=measure", "Module=module", "Evidence forms=evidenceForms"),
        new("/api/v1/plans/2026/tasks?unit=19960", Array, "Clause=clause", "Task=title"),
        new("/api/v1/plans/2026/duties", Array, "Clause=duty", "Duty=title", "Who=who", "To=to", "Before=before", "Forms=evidence"),
        new("/api/v1/plans/2026/duties?unit=19960", Array, "Duty=duty", "Unit=unit", "Name=name", "Before=before", "Days left=daysLeft", "Days late=daysLate"),
        new("/api/v1/plans/2026/monitoring", Array, "Duty=duty", "Unit=unit", "Name=name", "Before=before", "Last working day=lastWorkingDay", "Days left=daysLeft", "Days late=daysLate", "Forms sent=formsSent", "Forms owed=formsOwed", "Sent at (Vietnam time)=sentAt"),
        new("/api/v1/plans/2026/monitoring?on=2026-11-28", Array, "Duty=duty", "Unit=unit", "Days left=daysLeft", "Days late=daysLate"),
        new("/api/v1/units?on=2026-11-30&type=COMMUNE", Array, "Code=code", "Name=name", "Managing sector=managingSector", "Commune=commune", "In the planned network=inPlan", "Tier=tier", "Public=public", "School level=schoolLevel", "Operator=operator", "Custodian=custodian", "Legal act=legalAct", "Valid from=validFrom", "Valid before=validTo", "Predecessors=predecessors", "Successors=successors"),
        new("/api/v1/forms?plan=2026", Array, "Code=code", "Title=title", "Version=version", "Module=module", "Filled by=filledBy", "Duty=duty", "Hash=hash"),
        new("/api/v1/forms/XP3?plan=2026", Cells, "Cell="),
        new("/api/v1/forms/K2?plan=2026", Cells, "Cell="),
        new("/api/v1/registers", Array, "Code=code", "Title=title"),
        new("/api/v1/registers/R10", json => json.GetProperty("fields").EnumerateArray(), "Field=id", "Label=label", "Unit=unit", "Required=required", "Hint=hint"),
        new("/api/v1/registers/R9/entries?plan=2026", Entries, "Id=id", "Unit=unit", "Revision=revision"),
        new("/api/v1/registers/R10/entries?plan=2026&unit=19960", Entries, "Id=id"),
        new("/api/v1/plans/2026/obstacles", Array, "Id=id", "Unit=unit", "Description=description", "Legal reference=legalReference", "Proposal=proposal", "Answer=answer", "Raised by=raisedBy", "Raised at (Vietnam time)=raisedAt", "Changed at (Vietnam time)=changedAt"),
        new("/api/v1/submissions/2026/XP1/19960/versions", json => json.GetProperty("versions").EnumerateArray(), "Version=number", "Data as of=dataAsOf", "Submitted by=by", "Submitted at (Vietnam time)=at", "Form hash=formHash"),
        new("/api/v1/submissions/2026/XP1/19960/history", Array, "Version=version", "By=by", "At (Vietnam time)=at", "Reason=reason", "Cells=cells", "Counting from then on=countingAfter"),
        new("/api/v1/submissions/2026/XP1/19960/versions/1", Values, "Cell="),
        new("/api/v1/submissions/2026/K2/SYT/versions/1", Values, "Cell="),
        new("/api/v1/submissions/2026/CA1/CATP/versions", json => json.GetProperty("versions").EnumerateArray(), "Version=number"),
        new("/api/v1/system/backups", Array, "Name=name", "At (Vietnam time)=at", "Reason=why", "Size (bytes)=size", "Attached files=attachments", "Missing files=missing", "Product=product", "Log up to row=logRow"),
        new("/api/v1/modules", Array, "Id=id", "Name=name", "Version=version", "Reason=reason", "Since (Vietnam time)=since", "Forms=forms", "Indicators=indicators"),
        new("/api/v1/audit?entity=submission/2026/K1/SYT", Array, "Id=id", "At (Vietnam time)=at", "By=by", "Address=address", "Entity=entity", "Action=action", "Before=before", "After=after", "Reason=reason", "Hash=hash"),
        new("/api/v1/plans/2026/combined-report/figures/CT1", Sources, Source),
        new("/api/v1/plans/2026/combined-report/figures/CT1@19960", Sources, Source),
        new("/api/v1/plans/2026/combined-report/figures/XP3.tong%5BTE1%5D", Sources, Source),
        new("/api/v1/plans/2026/combined-report/figures/BS13", Sources, Source),
    ];

    private static string[] Source =>
        ["Module=module", "Value=value", "Form=form", "Unit=unit", "Unit's name=unitName", "Version=version", "Cell=cell", "Sent by=sentBy", "Accepted at (Vietnam time)=acceptedAt", "Register=records", "Entry=entry", "On=on", "Duty=duty", "Sources merged=merged"];

    private static IEnumerable<JsonElement> Array(JsonElement json) => json.EnumerateArray();

    private static IEnumerable<JsonElement> Entries(JsonElement json) => json.GetProperty("entries").EnumerateArray();

    private static IEnumerable<JsonElement> Sources(JsonElement json) => json.GetProperty("sources").EnumerateArray();

    // A form's lines are its cells, and the columns of its tables.
    private static IEnumerable<JsonElement> Cells(JsonElement form)
    {
        foreach (var field in form.GetProperty("fields").EnumerateArray())
        {
            foreach (var cell in field.GetProperty("cells").EnumerateArray()) yield return cell;
            if (field.GetProperty("columns").ValueKind == JsonValueKind.Null) continue;
            foreach (var column in field.GetProperty("columns").EnumerateArray())
                yield return JsonSerializer.SerializeToElement($"{field.GetProperty("id")}/*/{column.GetProperty("id")}");
        }
    }

    // A version's lines are its values; of a table, each column of each row.
    private static IEnumerable<JsonElement> Values(JsonElement version)
    {
        foreach (var value in version.GetProperty("values").EnumerateObject())
        {
            var rows = value.Value.ValueKind == JsonValueKind.Array && value.Value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object) ? value.Value.EnumerateArray().ToArray() : [];
            if (rows.Length == 0) yield return JsonSerializer.SerializeToElement(value.Name);
            foreach (var (index, row) in rows.Index())
            {
                foreach (var column in row.EnumerateObject()) yield return JsonSerializer.SerializeToElement($"{value.Name}/{index + 1}/{column.Name}");
            }
        }
    }

    public override string ToString() => Path;
}
