using System.Globalization;
using SocialWork.Core.Indicators;
using SocialWork.Core.Time;

namespace SocialWork.Documents.Words;

/// <summary>Dates and moments as people here write them, on the city's clock.</summary>
public static class When
{
    /// <summary>30/11/2026.</summary>
    public static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>01/12/2026: the city's date at a moment.</summary>
    public static string Date(DateTimeOffset moment) => Date(CityClock.DateIn(moment));

    /// <summary>09:00.</summary>
    public static string Time(DateTimeOffset moment) => CityClock.InCity(moment).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A whole number with Vietnamese thousands.</summary>
    public static string Number(long number) => Rate.Print(number);
}
