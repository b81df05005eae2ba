using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Attachments;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Rules;
using SocialWork.Core.Sectors;
using SocialWork.Core.Time;
using SocialWork.Core.Typing;
using SocialWork.Core.Units;
using Unit = SocialWork.Core.Units.Unit;

namespace SocialWork.Core.Registers;

/// <summary>Who asks, for which register, as the units stand in a plan, under which modules.</summary>
public sealed record RegisterRequest(Actor Actor, PlanModel Model, ISectorLease Lease, string Register);

/// <summary>
/// Reading and keeping the entries of registers: the one way in, for pages and API alike. Every step asks
/// <see cref="RegisterAccess"/> first. Safe for concurrent use.
/// </summary>
public sealed class RegisterService(IRegisterStore store, AttachmentService attachments, CityClock clock)
{
    /// <summary>A page of the entries that the reader may see, field by field.</summary>
    public Task<Result<EntryPage>> PageAsync(RegisterRequest request, string? keeper, DateOnly? on, string? after, int limit, CancellationToken cancellationToken) =>
        Register(request).ThenAsync<CompiledRegister, EntryPage>(async register =>
        {
            if (!RegisterAccess.MaySeeOthers(request.Actor, register.Definition) && (keeper is null || !RegisterAccess.Keeps(request, register.Definition, keeper))) return NotYours(register);
            var page = await store.PageAsync(new EntryQuery(register.Code, keeper, on), after, Math.Clamp(limit, 1, IRegisterStore.MaxPage), cancellationToken);
            return page with { Entries = [.. page.Entries.Select(e => RegisterAccess.Shown(request, register.Definition, e))] };
        });

    /// <summary>One entry.</summary>
    public Task<Result<RegisterEntry>> GetAsync(RegisterRequest request, Guid id, CancellationToken cancellationToken) =>
        Register(request).ThenAsync<CompiledRegister, RegisterEntry>(async register =>
            await store.FindAsync(register.Code, id, cancellationToken) is { } entry && RegisterAccess.MaySee(request, register.Definition, entry.Keeper)
                ? RegisterAccess.Shown(request, register.Definition, entry)
                : Unknown(register));

    /// <summary>Adds an entry that a unit keeps.</summary>
    public Task<Result<RegisterEntry>> AddAsync(RegisterRequest request, string keeper, JsonElement values, CancellationToken cancellationToken) =>
        Register(request).ThenAsync(register => Keeper(request, register, keeper).ThenAsync(async unit => await (await ReadAsync(request, register, unit, FormValues.None, values, cancellationToken)).ThenAsync<FormValues, RegisterEntry>(async read =>
        {
            var (from, to) = EntryKey.Period(register.Definition, read);
            var entry = new RegisterEntry(
                Guid.CreateVersion7(clock.Now), register.Code, keeper, EntryKey.Of(register.Definition, keeper, read), read, from, to, 1, request.Actor.UserName, clock.Now);
            return Written(register, entry, await store.AddAsync(entry, cancellationToken));
        })));

    /// <summary>Changes fields of an entry; null clears one.</summary>
    /// <param name="request">Who asks.</param>
    /// <param name="id">The entry.</param>
    /// <param name="changes">Field → value.</param>
    /// <param name="seen">The revision that the sender saw.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Result<RegisterEntry>> ChangeAsync(RegisterRequest request, Guid id, JsonElement changes, long seen, CancellationToken cancellationToken) =>
        WithAsync(request, id, async (register, unit, now) => await (await ReadAsync(request, register, unit, now.Values, changes, cancellationToken)).ThenAsync<FormValues, RegisterEntry>(async read =>
        {
            var (from, to) = EntryKey.Period(register.Definition, read);
            var next = now with
            {
                Key = EntryKey.Of(register.Definition, now.Keeper, read),
                Values = read,
                ValidFrom = from,
                ValidTo = to,
                Revision = seen + 1,
                ChangedBy = request.Actor.UserName,
                ChangedAt = clock.Now,
            };
            return Written(register, next, await store.ChangeAsync(next, seen, cancellationToken));
        }), cancellationToken);

    /// <summary>Takes an entry that was made by mistake out of the register. One that no longer holds is ended instead, by its date.</summary>
    public Task<Result<RegisterEntry>> RemoveAsync(RegisterRequest request, Guid id, long seen, string reason, CancellationToken cancellationToken) =>
        WithAsync(request, id, async (register, _, now) =>
        {
            if (!CellText.TryNormalise(reason, out var why) || why.Length is 0 or > MaxReason)
                return new Refusal(RefusalKind.Unprocessable, "register.reason", $"Phải ghi lý do xóa mục, tối đa {MaxReason} ký tự.", $"Give the reason for removing the entry, at most {MaxReason} characters.");
            if (PersonalNumbers.Refuse(new Text("Lý do", "The reason"), why) is { } personal) return personal;
            var gone = now with { Revision = seen + 1, ChangedBy = request.Actor.UserName, ChangedAt = clock.Now };
            return Written(register, gone, await store.RemoveAsync(gone, seen, why, cancellationToken));
        }, cancellationToken);

    private const int MaxReason = 1000;

    private Task<Result<RegisterEntry>> WithAsync(RegisterRequest request, Guid id, Func<CompiledRegister, Unit, RegisterEntry, Task<Result<RegisterEntry>>> step, CancellationToken cancellationToken) =>
        Register(request).ThenAsync<CompiledRegister, RegisterEntry>(async register =>
        {
            if (await store.FindAsync(register.Code, id, cancellationToken) is not { } now || !RegisterAccess.MaySee(request, register.Definition, now.Keeper)) return Unknown(register);
            return await Keeper(request, register, now.Keeper).ThenAsync(unit => step(register, unit, now));
        });

    private static Result<CompiledRegister> Register(RegisterRequest request) => RegisterSet.Find(request.Register) is { } register
        ? register
        : new Refusal(RefusalKind.NotFound, "register.unknown", $"Không có sổ “{request.Register}”.", $"There is no register '{request.Register}'.");

    private static Result<Unit> Keeper(RegisterRequest request, CompiledRegister register, string keeper)
    {
        if (request.Model.Units.Find(keeper) is not { } unit)
            return new Refusal(RefusalKind.NotFound, "unit.unknown", $"Không có đơn vị mã “{keeper}” tại ngày chốt.", $"There is no unit with code '{keeper}' at the cut-off date.");
        if (!RegisterAccess.MayKeep(request, register.Definition, unit)) return NotYours(register);
        return unit;
    }

    private Task<Result<FormValues>> ReadAsync(RegisterRequest request, CompiledRegister register, Unit keeper, FormValues now, JsonElement changes, CancellationToken cancellationToken)
    {
        var context = new RuleContext { Unit = request.Model.Submitting(keeper), PlanYear = request.Model.Plan.Year };
        return FormValuesJson.Patch(register.Form, context.Unit, now, changes).ThenAsync<FormValues, FormValues>(async values =>
        {
            ImmutableArray<CellProblem> problems =
            [
                .. FormValidator.Validate(register.Form, values, context)
                    .Where(f => f.Severity == Severity.Error)
                    .SelectMany(f => f.Cells.DefaultIfEmpty().Select(c => new CellProblem(c.ToString(), f.Id, f.Message))),
                .. register.Definition.References.Where(r => Names(request.Model.Units, values, r) is false).Select(NotAUnit),
                .. await attachments.UnknownAsync(request.Actor, request.Lease, register.Form, values, cancellationToken),
            ];
            return problems.IsEmpty
                ? values
                : new Refusal(RefusalKind.Unprocessable, "register.entryRefused",
                    new Text($"Mục của sổ {register.Code} có {problems.Length} lỗi; chưa lưu gì.", $"The entry of register {register.Code} has {problems.Length} errors; nothing was saved."), problems);
        });
    }

    // Null where nothing is named.
    private static bool? Names(UnitsOnDate units, FormValues values, UnitReference reference) => values[reference.Field] is not CellValue.Words { Value: var code }
        ? null
        : units.Find(code) is { } unit && (reference.Types.IsDefaultOrEmpty || reference.Types.Contains(unit.Type));

    private static CellProblem NotAUnit(UnitReference reference) => new(reference.Field.Id, "register.unitUnknown", new Text(
        $"{reference.Field.Label.Vi}: không có đơn vị phù hợp mang mã này; hãy ghi mã trong danh mục đơn vị.",
        $"{reference.Field.Label.En}: no fitting unit has this code; write a code of the list of units."));

    private static Result<RegisterEntry> Written(CompiledRegister register, RegisterEntry entry, EntryWrite outcome) => outcome switch
    {
        EntryWrite.Done => entry,
        EntryWrite.KeyTaken => new Refusal(
            RefusalKind.Conflict,
            "register.keyTaken",
            $"Sổ {register.Code} đã có mục “{EntryKey.Written(register.Definition, entry.Values)}”: hãy sửa mục đó hoặc dùng mã khác.",
            $"Register {register.Code} already has an entry '{EntryKey.Written(register.Definition, entry.Values)}': change that one or use another code."),
        EntryWrite.Stale => new Refusal(
            RefusalKind.Stale, "register.changed", "Mục vừa được người khác thay đổi: tải lại rồi thử lại.", "Somebody else has just changed the entry: read it again and retry."),
        _ => throw new InvalidOperationException("Unknown outcome."),
    };

    private static Refusal Unknown(CompiledRegister register) => new(RefusalKind.NotFound, "register.entryUnknown", $"Sổ {register.Code} không có mục này.", $"Register {register.Code} has no such entry.");

    private static Refusal NotYours(CompiledRegister register) => new(
        RefusalKind.Forbidden, "access.denied", $"Tài khoản này không có quyền với sổ {register.Code} của đơn vị đó.", $"This account may not do that with register {register.Code} of that unit.");
}
