using System.Globalization;
using SocialWork.Abstractions;

namespace SocialWork.Core.Time;

/// <summary>Moments in words, on the city's clock.</summary>
public static class Moments
{
    /// <summary>To the minute: <c>09:05 ngày 30/11/2026</c>.</summary>
    public static Text Of(DateTimeOffset moment)
    {
        var there = CityClock.InCity(moment);
        return new Text(there.ToString("HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture), there.ToString("HH:mm 'on' yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
