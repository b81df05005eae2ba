using System.Net.Http.Headers;
using System.Text;

namespace SocialWork.Host.Tests.Access;

/// <summary>One request whose answer is a matter of who asks.</summary>
/// <param name="Method">The method.</param>
/// <param name="Pattern">The route that it stands for.</param>
/// <param name="Address">The address that is called; about the unit <paramref name="Own"/> where it is about one.</param>
/// <param name="Own">The unit whose reporter and head are “own” here.</param>
/// <param name="About">What the row says of the request where the address does not tell; null for nothing.</param>
internal sealed record AccessSample(string Method, string Pattern, string Address, string Own = AccessSamples.Commune, string? About = null)
{
    /// <summary>Makes the body; null for none.</summary>
    public Func<HttpContent>? Body { get; init; }

    /// <summary>What the sender says to have seen; null for nothing.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Ends the session it is sent in.</summary>
    public bool SignsOut { get; init; }
}

/// <summary>A request for every route of the product, and several where the answer depends on more than the route.</summary>
internal static class AccessSamples
{
    public const string Commune = "19960";
    private const string Plan = "2026";
    private const string Station = "TYT-19960";
    private const string School = "\"name\":\"Trường Tiểu học Thủy Phương số 9\",\"type\":\"SCHOOL\",\"schoolLevel\":\"TIEU_HOC\",\"tier\":\"city\",\"public\":true,\"commune\":\"19960\",\"managingSector\":\"education\",\"inPlan\":true";

    /// <summary>What <see cref="Commune"/> made in a running host, to be asked for.</summary>
    /// <param name="Obstacle">The obstacle that it raised.</param>
    /// <param name="Entry">The entry of R9 that it keeps.</param>
    /// <param name="Attachment">A file that an entry of its documents refers to.</param>
    /// <param name="Form">Its workbook of XP1.</param>
    /// <param name="Units">The workbook of the units that it maintains.</param>
    /// <param name="Account">The account of a second reporter that an administrator made for it.</param>
    internal sealed record Made(string Obstacle, string Entry, string Attachment, byte[] Form, byte[] Units, string Account);

    /// <summary>Every sample.</summary>
    public static IEnumerable<AccessSample> All(Made made) =>
    [
        Get("/health/live"), Get("/health/ready"), Get("/openapi/{documentName}.json", "/openapi/v1.json"), Get("/report.css"),
        .. Pages(), .. Session(), .. Plans(), .. Snapshots(), .. Units(made), .. Forms(), .. Workbooks(made), .. Attachments(made), new("POST", "/api/v1/documents/check", "/api/v1/documents/check") { Body = () => File(made.Form) }, .. Obstacles(made.Obstacle), .. Registers(made.Entry),
        .. OwnAccount(), .. Accounts(made),
        Get("/api/v1/modules"), Get("/api/v1/system"), Get("/api/v1/audit"), Get("/api/v1/audit/verification"), Get("/api/v1/system/backups"),
        new("POST", "/api/v1/system/backups", "/api/v1/system/backups"), Get("/api/v1/work/{id}", "/api/v1/work/nobodys"),
    ];

    private static IEnumerable<AccessSample> Pages() =>
    [
        Get("/", "/"), Get("/sign-in"), Get("/denied"), Get("/reports/{plan}", $"/reports/{Plan}"), Get("/reports/{plan}/figures/{figure}", $"/reports/{Plan}/figures/CT1"),
        Get("/snapshots/{plan}", $"/snapshots/{Plan}"), Get("/snapshots/{plan}/{number:int}", $"/snapshots/{Plan}/1", about: "issued"), Get("/snapshots/{plan}/{number:int}", $"/snapshots/{Plan}/2", about: "not issued"),
        Get("/snapshots/{plan}/{number:int}/diff/{to}", $"/snapshots/{Plan}/1/diff/now"),
        Get("/reports/{plan}/words", $"/reports/{Plan}/words"), Get("/reports/{plan}/words/{section}", $"/reports/{Plan}/words/III.1"),
        Get("/reports/{plan}/words/{section}/versions/{number:int}", $"/reports/{Plan}/words/III.1/versions/1"), Get("/reports/{plan}/facts", $"/reports/{Plan}/facts"),
        Get("/sign-out"),
        .. Entry(),
        Get("/review"),
        Get("/review/{plan}/{form}/{unit}", $"/review/{Plan}/XP1/{Commune}", about: "open form"), Get("/review/{plan}/{form}/{unit}", $"/review/{Plan}/XP3/{Commune}", about: "sensitive form"),
        Get("/review/{plan}/{form}/{unit}", $"/review/{Plan}/CA1/CATP", "CATP", "restricted form"),
        Get("/monitoring/{plan}", $"/monitoring/{Plan}"), Get("/monitoring/{plan}/{unit}", $"/monitoring/{Plan}/{Commune}"),
        Get("/board/{plan}", $"/board/{Plan}"), Get("/plans/{plan}", $"/plans/{Plan}"),
        Get("/admin/modules"), Get("/admin/system"), Get("/admin/audit"), Get("/admin/accounts"), Get("/admin/accounts/new"), Get("/admin/accounts/import"),
        Get("/workbooks"), Get("/workbooks/preview"), Get("/work"), Get("/work/{id}", "/work/nobodys"),
        Get("/documents/check"),
    ];

    private static IEnumerable<AccessSample> Entry()
    {
        const string Address = "/submissions/{plan}/{form}/{unit}";
        var (open, masked, restricted, facility) = ($"/submissions/{Plan}/XP1/{Commune}", $"/submissions/{Plan}/XP3/{Commune}", $"/submissions/{Plan}/CA1/CATP", $"/submissions/{Plan}/YT2/{Station}");
        return
        [
            Get("/submissions/{plan}/{form}", $"/submissions/{Plan}/YT2"),
            Get(Address, open, about: "open form"), Get(Address, masked, about: "sensitive form"), Get(Address, restricted, "CATP", "restricted form"), Get(Address, facility, about: "form of its health station"),
            Get(Address + "/check", open + "/check"), Get(Address + "/{section}", open + "/uy_ban"),
        ];
    }

    private static IEnumerable<AccessSample> Session() =>
    [
        Get("/api/v1/session"),
        // Another name each time: one that is guessed at too often is locked.
        new("POST", "/api/v1/session", "/api/v1/session") { Body = () => new StringContent($$"""{"userName":"{{Guid.NewGuid()}}","password":"wrong password"}""", Encoding.UTF8, "application/json") },
        new("DELETE", "/api/v1/session", "/api/v1/session") { SignsOut = true },
    ];

    private static IEnumerable<AccessSample> Plans() =>
    [
        Get("/api/v1/plans"),
        .. new[] { string.Empty, "/targets", "/activities", "/tasks", "/duties", "/monitoring", "/combined-report", "/combined-report.html", "/combined-report.docx", "/combined-report.xlsx", "/combined-report/lineage.xlsx", "/combined-report.pdf" }.Select(part => Get("/api/v1/plans/{plan}" + part, $"/api/v1/plans/{Plan}{part}")),
        .. new[] { ".docx", ".pdf" }.Select(suffix => Get("/api/v1/plans/{plan}/agencies/{unit}/report" + suffix, $"/api/v1/plans/{Plan}/agencies/{Commune}/report{suffix}")),
        Get("/api/v1/plans/{plan}/combined-report/figures/{figure}", $"/api/v1/plans/{Plan}/combined-report/figures/CT1"),
        Get("/api/v1/plans/{plan}/combined-report/figures/{figure}", $"/api/v1/plans/{Plan}/combined-report/figures/XP3.tong%5BTE1%5D", about: "sensitive form"),
        Get("/api/v1/plans/{plan}/combined-report/figures/{figure}", $"/api/v1/plans/{Plan}/combined-report/figures/CA1.cn_qh", "CATP", "restricted form"),
        Get("/api/v1/plans/{plan}/report-facts", $"/api/v1/plans/{Plan}/report-facts"), Send("PUT", "/api/v1/plans/{plan}/report-facts", $"/api/v1/plans/{Plan}/report-facts", "{}"),
        Get("/api/v1/plans/{plan}/narrative", $"/api/v1/plans/{Plan}/narrative"), Get("/api/v1/plans/{plan}/narrative/{section}", $"/api/v1/plans/{Plan}/narrative/V"),
        Send("PUT", "/api/v1/plans/{plan}/narrative/{section}", $"/api/v1/plans/{Plan}/narrative/V", """{"text":"Thử quyền."}"""),
        Get("/api/v1/plans/{plan}/narrative/{section}/versions", $"/api/v1/plans/{Plan}/narrative/V/versions"),
    ];

    // Snapshot 1 is issued, snapshot 2 is not.
    private static IEnumerable<AccessSample> Snapshots()
    {
        const string All = "/api/v1/plans/{plan}/snapshots";
        const string One = All + "/{number:int}";
        var (issued, frozen) = ($"/api/v1/plans/{Plan}/snapshots/1", $"/api/v1/plans/{Plan}/snapshots/2");
        return
        [
            Get(All, $"/api/v1/plans/{Plan}/snapshots"),
            Get(One, issued, about: "issued"), Get(One, frozen, about: "not issued"),
            .. new[] { ".json", ".html", ".docx", ".pdf" }.SelectMany(suffix => new[] { Get(One + suffix, issued + suffix, about: "issued"), Get(One + suffix, frozen + suffix, about: "not issued") }),
            Get(One + "/signed.pdf", issued + "/signed.pdf"), Get(One + "/content", issued + "/content"),
            Get(One + "/figures/{figure}", issued + "/figures/CT1"), Get(One + "/figures/{figure}", issued + "/figures/CA1.cn_qh", about: "restricted form"),
            Get(One + "/replay", issued + "/replay"), Get(One + "/diff/{to}", issued + "/diff/2"),
            Send("POST", All, $"/api/v1/plans/{Plan}/snapshots", """{"reason":"Thử quyền."}"""),
            new("PUT", One + "/signed.pdf", frozen + "/signed.pdf") { Body = () => new StringContent("no pdf", Encoding.UTF8, "application/pdf") },
            Send("POST", One + "/issue", frozen + "/issue", "{}"),
        ];
    }

    private static IEnumerable<AccessSample> Units(Made made) =>
    [
        Get("/api/v1/units"), Get("/api/v1/units/{code}", $"/api/v1/units/{Station}"), Get("/api/v1/units/{code}/history", $"/api/v1/units/{Station}/history"),
        Send("POST", "/api/v1/units", "/api/v1/units", $$"""{{{School}},"from":"2026-09-05"}""", "SGDDT", "a school"),
        Send("PUT", "/api/v1/units/{code}", "/api/v1/units/TH-19960-1", $$"""{{{School}},"from":"2026-11-02"}""", "SGDDT", "a school"),
        Send("PATCH", "/api/v1/units/{code}", $"/api/v1/units/{Station}", """{"from":"2026-11-02","name":"Trạm Y tế Phú Bài"}"""),
        Send("PATCH", "/api/v1/units/{code}", "/api/v1/units/19960", """{"from":"2027-01-01","name":"Phường Phú Bài"}""", about: "an agency"),
        Send("PATCH", "/api/v1/units/{code}/rows/{rowFrom}", $"/api/v1/units/{Station}/rows/2025-07-01", """{"name":"Trạm Y tế Phú Bài"}"""),
        Send("POST", "/api/v1/units/{code}/close", $"/api/v1/units/{Station}/close", """{"from":"2027-02-01","legalAct":"31/QĐ-UBND"}"""),
        Send("POST", "/api/v1/units/{code}/undo", $"/api/v1/units/{Station}/undo", "{}"),
        Get("/api/v1/units/workbook", "/api/v1/units/workbook"),
        new("POST", "/api/v1/units/workbook", "/api/v1/units/workbook?commit=false") { Body = () => File(made.Units) },
    ];

    private static IEnumerable<AccessSample> Forms()
    {
        const string Address = "/api/v1/submissions/{plan}/{form}/{unit}";
        var (open, masked, restricted, facility) = ($"/api/v1/submissions/{Plan}/XP1/{Commune}", $"/api/v1/submissions/{Plan}/XP3/{Commune}", $"/api/v1/submissions/{Plan}/CA1/CATP", $"/api/v1/submissions/{Plan}/YT2/{Station}");
        return
        [
            Get("/api/v1/forms", $"/api/v1/forms?plan={Plan}"), Get("/api/v1/forms/{form}", $"/api/v1/forms/XP1?plan={Plan}"),
            .. new[] { string.Empty, "/versions", "/history", "/versions/{number:int}" }.SelectMany(part => new[]
            {
                Get(Address + part, open + Numbered(part), about: "open form"),
                Get(Address + part, masked + Numbered(part), about: "sensitive form"),
                Get(Address + part, restricted + Numbered(part), "CATP", "restricted form"),
                Get(Address + part, facility + Numbered(part), about: "form of its health station"),
            }),
            Send("PUT", Address, open, """{"values":{}}""", about: "open form"),
            Send("PATCH", Address, open, """{"values":{}}""", about: "open form"),
            Send("PATCH", Address, facility, """{"values":{}}""", about: "form of its health station"),
            .. new[] { "submit", "approve", "accept" }.Select(step => new AccessSample("POST", $"{Address}/{step}", $"{open}/{step}")),
            Send("POST", Address + "/return", open + "/return", """{"reason":"Thử quyền."}"""),
            Send("POST", Address + "/reopen", open + "/reopen", """{"reason":"Thử quyền."}"""),
            Send("POST", Address + "/paper", open + "/paper", """{"values":{},"dataAsOf":"2026-11-15","receivedOn":"2026-11-20","scan":"x","reason":"Thử quyền."}"""),
        ];
    }

    private static IEnumerable<AccessSample> Workbooks(Made made) =>
    [
        Get("/api/v1/forms/{form}/workbook", $"/api/v1/forms/XP1/workbook?plan={Plan}&unit={Commune}", about: "open form"),
        Get("/api/v1/forms/{form}/workbook", $"/api/v1/forms/CA1/workbook?plan={Plan}&unit=CATP", "CATP", "restricted form"),
        Get("/api/v1/workbooks", $"/api/v1/workbooks?plan={Plan}&unit={Commune}"),
        new("POST", "/api/v1/workbooks", "/api/v1/workbooks") { Body = () => File(made.Form) },
        new("POST", "/api/v1/workbooks/marked", "/api/v1/workbooks/marked") { Body = () => File(made.Form) },
    ];

    private static IEnumerable<AccessSample> Attachments(Made made) =>
    [
        new("POST", "/api/v1/attachments", "/api/v1/attachments") { Body = () => File(made.Form) },
        Get("/api/v1/attachments/{id}", "/api/v1/attachments/" + made.Attachment, about: "file of its documents"),
    ];

    private static IEnumerable<AccessSample> Obstacles(string obstacle) =>
    [
        Get("/api/v1/plans/{plan}/obstacles", $"/api/v1/plans/{Plan}/obstacles"),
        Send("POST", "/api/v1/plans/{plan}/obstacles", $"/api/v1/plans/{Plan}/obstacles", $$"""{"unit":"{{Commune}}","description":"Thử quyền."}"""),
        Get("/api/v1/plans/{plan}/obstacles/{id:guid}", $"/api/v1/plans/{Plan}/obstacles/{obstacle}"),
        Send("POST", "/api/v1/plans/{plan}/obstacles/{id:guid}", $"/api/v1/plans/{Plan}/obstacles/{obstacle}", """{"state":"received"}"""),
    ];

    private static IEnumerable<AccessSample> Registers(string entry)
    {
        const string Entries = "/api/v1/registers/{register}/entries";
        return
        [
            Get("/api/v1/registers"), Get("/api/v1/registers/{register}", "/api/v1/registers/R9"),
            Get(Entries, $"/api/v1/registers/R9/entries?plan={Plan}", about: "public register"),
            Get(Entries, $"/api/v1/registers/R3/entries?plan={Plan}", about: "register of people"),
            Get(Entries, $"/api/v1/registers/R3/entries?plan={Plan}&unit={Commune}", about: "register of people, of one unit"),
            Send("POST", Entries, $"/api/v1/registers/R9/entries?plan={Plan}", $$$"""{"unit":"{{{Commune}}}","values":{}}"""),
            Get(Entries + "/{id:guid}", $"/api/v1/registers/R9/entries/{entry}?plan={Plan}"),
            Send("PATCH", Entries + "/{id:guid}", $"/api/v1/registers/R9/entries/{entry}?plan={Plan}", """{"values":{}}""") with { IfMatch = "\"1\"" },
            Send("POST", Entries + "/{id:guid}/remove", $"/api/v1/registers/R9/entries/{entry}/remove?plan={Plan}", """{"reason":"Thử quyền."}""") with { IfMatch = "\"1\"" },
        ];
    }

    private static IEnumerable<AccessSample> OwnAccount() =>
    [
        Get("/account"), Get("/account/activate"),
        Send("POST", "/api/v1/session/password", "/api/v1/session/password", """{"code":"none","newPassword":"một câu dài mà chỉ mình tôi biết"}"""),
        Get("/api/v1/sessions"), new("DELETE", "/api/v1/sessions/{id}", "/api/v1/sessions/none"),
        Get("/api/v1/tokens/", "/api/v1/tokens"), Send("POST", "/api/v1/tokens/", "/api/v1/tokens", "{}"), new("DELETE", "/api/v1/tokens/{id}", "/api/v1/tokens/none"),
        Get("/api/v1/account/data"),
        .. new[] { "password", "second-factor", "second-factor/enable", "second-factor/recovery-codes", "second-factor/disable", "erase" }.Select(part => Send("POST", "/api/v1/account/" + part, "/api/v1/account/" + part, "{}")),
    ];

    private static IEnumerable<AccessSample> Accounts(Made made)
    {
        const string One = "/api/v1/accounts/{userName}";
        var address = "/api/v1/accounts/" + made.Account;
        return
        [
            Get("/admin/accounts/{userName}", "/admin/accounts/" + made.Account),
            Get("/api/v1/accounts/", "/api/v1/accounts"), Get("/api/v1/accounts/workbook"),
            Send("POST", "/api/v1/accounts/", "/api/v1/accounts", $$"""{"fullName":"Người thử","memberships":[{"role":"reporter","unit":"{{Commune}}","from":"2026-11-01"}]}""", about: "a reporter"),
            Send("POST", "/api/v1/accounts/", "/api/v1/accounts", """{"fullName":"Người thử","memberships":[{"role":"leader","from":"2026-11-01"}]}""", about: "a leader"),
            Get(One, address),
            Send("PATCH", One, address, """{"fullName":"Người thử"}""") with { IfMatch = "\"0\"" },
            .. new[] { "disable", "enable", "reset", "erase" }.Select(step => new AccessSample("POST", $"{One}/{step}", $"{address}/{step}")),
            new("POST", "/api/v1/accounts/import", "/api/v1/accounts/import?commit=false") { Body = () => File(made.Form) },
        ];
    }

    private static string Numbered(string part) => part.Replace("{number:int}", "1", StringComparison.Ordinal);

    private static AccessSample Get(string pattern, string? address = null, string own = Commune, string? about = null) => new("GET", pattern, address ?? pattern, own, about);

    private static AccessSample Send(string method, string pattern, string address, string body, string own = Commune, string? about = null) =>
        new(method, pattern, address, own, about) { Body = () => new StringContent(body, Encoding.UTF8, "application/json") };

    private static MultipartFormDataContent File(byte[] workbook)
    {
        var part = new ByteArrayContent(workbook);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return new MultipartFormDataContent { { part, "file", "bieu.xlsx" } };
    }
}
