using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;

namespace BatterySim.Host.Scenarios.Language
{
    /// <summary>What holds where a key of the inverter is left out.</summary>
    /// <remarks>A key can only set. So its default is the value that, set on an inverter as it comes, changes nothing.</remarks>
    internal static class InverterDefaults
    {
        // Units in which settings are kept: thousandths, permille of a share, minutes, whole units.
        private static readonly long[] Scales = [1000, 100, 60_000, 1];

        private static readonly PropertyInfo[] Settings = Integral(typeof(InverterSettings));
        private static readonly PropertyInfo[] Quirks = Integral(typeof(InverterQuirks));
        private static readonly object?[] Fresh = Snapshot(new InverterSettings());

        /// <summary>The default as it is written; empty where a key has none.</summary>
        public static string Of(InverterKey key)
        {
            return key.Set is null ? "" : Candidates(key.Form).Where(value => ChangesNothing(key, value))
                .Select(static value => value.Text).OrderBy(static text => text.Length).FirstOrDefault("");
        }

        private static bool ChangesNothing(InverterKey key, FormValue value)
        {
            var settings = new InverterSettings();
            key.Set!(settings, value);
            return Snapshot(settings).SequenceEqual(Fresh);
        }

        private static IEnumerable<FormValue> Candidates(ValueForm form)
        {
            foreach (string word in Words(form))
            {
                if (form.Read(word, out FormValue value) is null)
                {
                    yield return value;
                }
            }

            foreach (long number in Fresh.OfType<IConvertible>().Where(static value => value is not string).Select(Convert.ToInt64).Distinct())
            {
                foreach (long scale in Scales)
                {
                    if (form is QuantityForm quantity && quantity.TryMake(number * scale, out FormValue value))
                    {
                        yield return value;
                    }
                    else if (scale == 1 && form.Read($"{number}", out value) is null)
                    {
                        yield return value;
                    }
                }
            }
        }

        private static IEnumerable<string> Words(ValueForm form) => form switch
        {
            ChoiceForm choice => choice.Words,
            SwitchForm or EitherForm => ["on", "off"],
            QuantityForm => [],
            _ => ["0"],
        };

        private static PropertyInfo[] Integral([System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(
            System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicProperties)] Type type) =>
            [.. type.GetProperties().Where(static property => property.CanWrite && property.PropertyType.IsValueType)];

        private static object?[] Snapshot(InverterSettings settings) =>
        [
            settings.Model,
            .. Settings.Select(property => property.GetValue(settings)),
            .. Quirks.Select(property => property.GetValue(settings.Quirks)),
        ];
    }
}
