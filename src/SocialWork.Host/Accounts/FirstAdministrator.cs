using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Core.Auditing;
using SocialWork.Core.Time;
using SocialWork.Documents.Words;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Accounts;

/// <summary>Where the host talks to whoever started it; what is said here stands in no log.</summary>
/// <param name="Out">The console's output.</param>
internal sealed record OperatorConsole(TextWriter Out);

/// <summary>
/// Opens the product to its first administrator: while nobody keeps users, each start makes a one-time password and prints it.
/// Never in a demonstration, which has an administrator.
/// </summary>
internal sealed class FirstAdministrator(HostSettings settings, IAccountStore store, ISecretSource secrets, CityClock clock, TimeProvider time, OperatorConsole console)
{
    private const string Product = "product";

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (settings.Demo) return;
        var code = OneTimeCode.Make(secrets, OneTimeCode.Length);
        var expires = time.GetUtcNow() + OneTimeCode.Lifetime;
        var credentials = Credentials.None with { CodeHash = OneTimeCode.HashOf(code), CodeExpiresAt = expires };
        if (await store.WriteAsync(work => Open(work, credentials), cancellationToken) is not { } handle) return;
        await console.Out.WriteLineAsync(
            $"""

            Chưa có quản trị viên nào sử dụng hệ thống. / Nobody administers this installation yet.
              Tên đăng nhập / user name:                  {handle}
              Mật khẩu dùng một lần / one-time password:  {code}
            Hiệu lực đến / good until {When.Time(expires)} {When.Date(expires)}. Mỗi lần khởi động cấp một mật khẩu mới. / Each start prints a new one.

            """.AsMemory(),
            cancellationToken);
    }

    // The handle that waits for its person; null where somebody keeps users already.
    private string? Open(IAccountWork work, Credentials credentials)
    {
        var today = clock.Today;
        if (work.HasOtherAdministrator(string.Empty, today)) return null;
        var used = work.HandlesOf(Handles.FirstAdministrator);
        if (used.Select(work.Find).FirstOrDefault(a => a is { CreatedBy: Product, IsActivated: false, IsDisabled: false, IsErased: false }) is { } waiting)
        {
            work.Save(waiting.Handle, credentials);
            work.Log(Product, waiting.Handle, AuditActions.Reset);
            return waiting.Handle;
        }

        var handle = used.IsEmpty ? Handles.FirstAdministrator : Handles.Next(Role.Administrator, null, used);
        work.Add(new Account { Handle = handle, Memberships = [new Membership(Role.Administrator, null, today, null)], CreatedAt = clock.Now, CreatedBy = Product }, credentials);
        work.Log(Product, handle, AuditActions.Add);
        return handle;
    }
}
