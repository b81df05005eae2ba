namespace SocialWork.Core.Auditing;

/// <summary>What the log calls what was done; steps of forms and changes of units are called by their own names.</summary>
public static class AuditActions
{
    /// <summary>Somebody read it.</summary>
    public const string Read = nameof(Read);

    /// <summary>Somebody was handed a file of it.</summary>
    public const string Download = nameof(Download);

    /// <summary>Somebody signed in.</summary>
    public const string SignIn = nameof(SignIn);

    /// <summary>Somebody tried to sign in and could not.</summary>
    public const string SignInFailed = nameof(SignInFailed);

    /// <summary>Somebody signed out.</summary>
    public const string SignOut = nameof(SignOut);

    /// <summary>Somebody asked for what is not theirs.</summary>
    public const string Refused = nameof(Refused);

    /// <summary>Everything was backed up.</summary>
    public const string Backup = nameof(Backup);

    /// <summary>Everything was put back from a backup.</summary>
    public const string Restore = nameof(Restore);

    /// <summary>Rows that were written before the log was chained were sealed as they stood.</summary>
    public const string Seal = nameof(Seal);

    /// <summary>It was made.</summary>
    public const string Add = nameof(Add);

    /// <summary>It was changed.</summary>
    public const string Change = nameof(Change);

    /// <summary>It was taken out.</summary>
    public const string Remove = nameof(Remove);

    /// <summary>A newer one took its place.</summary>
    public const string Replace = nameof(Replace);

    /// <summary>It was read from a file.</summary>
    public const string Import = nameof(Import);

    /// <summary>A form's definition came into use.</summary>
    public const string Use = nameof(Use);

    /// <summary>Totals were counted anew.</summary>
    public const string Recount = nameof(Recount);

    /// <summary>The combined report was frozen.</summary>
    public const string Freeze = nameof(Freeze);

    /// <summary>A document was issued.</summary>
    public const string Issue = nameof(Issue);

    /// <summary>What had been kept long enough was removed.</summary>
    public const string Sweep = nameof(Sweep);

    /// <summary>Somebody chose a password by a one-time link.</summary>
    public const string Activate = nameof(Activate);

    /// <summary>Somebody changed the own password.</summary>
    public const string Password = nameof(Password);

    /// <summary>Somebody was given a new one-time link.</summary>
    public const string Reset = nameof(Reset);

    /// <summary>Somebody was given a new one-time link, and the second factor was taken away.</summary>
    public const string ResetSecondFactor = nameof(ResetSecondFactor);

    /// <summary>A person's data were taken out of an account.</summary>
    public const string Erase = nameof(Erase);

    /// <summary>Somebody began to use a second factor.</summary>
    public const string SecondFactorOn = nameof(SecondFactorOn);

    /// <summary>Somebody gave the second factor up.</summary>
    public const string SecondFactorOff = nameof(SecondFactorOff);

    /// <summary>Somebody made new recovery codes.</summary>
    public const string RecoveryCodes = nameof(RecoveryCodes);

    /// <summary>Somebody ended one of the own sessions.</summary>
    public const string SessionEnd = nameof(SessionEnd);

    /// <summary>Somebody made a token.</summary>
    public const string TokenAdd = nameof(TokenAdd);

    /// <summary>Somebody ended a token.</summary>
    public const string TokenEnd = nameof(TokenEnd);

    /// <summary>A token was used, once a day.</summary>
    public const string TokenUse = nameof(TokenUse);
}
