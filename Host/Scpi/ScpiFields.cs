using System.Collections.Generic;
using System.Text;

namespace BatterySim.Host.Scpi
{
    /// <summary>An answer of the instrument in its fields: commas between them, text in quotes.</summary>
    public static class ScpiFields
    {
        /// <summary>The fields, without quotes.</summary>
        public static IReadOnlyList<string> Split(string answer)
        {
            System.ArgumentNullException.ThrowIfNull(answer);
            List<string> fields = [];
            StringBuilder field = new();
            bool isQuoted = false;
            foreach (char letter in answer)
            {
                if (letter == '"')
                {
                    isQuoted = !isQuoted;
                }
                else if (letter == ',' && !isQuoted)
                {
                    fields.Add(field.ToString());
                    field.Clear();
                }
                else
                {
                    field.Append(letter);
                }
            }

            fields.Add(field.ToString());
            return fields;
        }
    }
}
