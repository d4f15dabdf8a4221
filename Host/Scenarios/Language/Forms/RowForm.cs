using System;
using System.Linq;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Scenarios.Language.Forms
{
    /// <summary>Forms of values made from parameters of the command table: range, words and length are those of the row.</summary>
    internal static class RowForm
    {
        /// <summary>The form of a parameter.</summary>
        /// <param name="parameter">The parameter.</param>
        /// <param name="takesWords">True if the words that the row allows in place of the value may stand here too.</param>
        public static ValueForm Of(SettingParameter parameter, bool takesWords)
        {
            ValueForm form = parameter.Form switch
            {
                SettingForm.Switch => Form.Switch,
                SettingForm.Choice => Form.OneOf(parameter.Names ?? Lower(parameter.Words)),
                SettingForm.Text => new TextForm(parameter.Maximum, true),
                _ => Number(parameter),
            };
            return parameter.Others == null || !takesWords ? form : Form.Or(form, Lower(parameter.Others));
        }

        private static string[] Lower(string words) => words.ToLowerInvariant().Split('|');

        private static ValueForm Number(SettingParameter parameter)
        {
            QuantityKind? kind = QuantityKind.All.FirstOrDefault(kind => kind.ScpiUnit == parameter.Unit.Name);
            if (kind == null)
            {
                return Form.Count(parameter.Minimum, parameter.Maximum);
            }

            long factor = (long)Math.Pow(10, kind.ScpiDecimals - parameter.Unit.Decimals);
            return new QuantityForm(kind, parameter.Minimum * factor, parameter.Maximum * factor);
        }
    }
}
