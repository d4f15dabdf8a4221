using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Instrument
{
    /// <summary>PROFile:VALue: a value of the product in place of the one that its profile has.</summary>
    internal static class ProfileCommands
    {
        /// <summary>Most characters of a key's name.</summary>
        public const int KeyMax = 40;

        /// <summary>Most characters of a text, so that *SAV can write it in one line.</summary>
        public const int TextMax = 140;

        /// <summary>Answers with a value, or takes one and builds the bank anew.</summary>
        public static void Value(ScpiCall call)
        {
            if (call.IsQuery && !call.HasMore)
            {
                Own(call);
                return;
            }

            if (!call.ReadBare())
            {
                return;
            }

            ProfileKey key = ProfileKeys.Find(call.Text, call.TextStart, call.TextEnd);
            if (key == ProfileKey.Count)
            {
                Refuse(call, "key", ScpiError.IllegalParameterValue).Add(" is not one of profile files");
                return;
            }

            BatteryProfile profile = call.Staged.Profile;
            if (call.IsQuery)
            {
                Write(call.Simulator.Bank.Profile, key, call.Answer());
            }
            else if (call.ReadBare())
            {
                bool isText = profile.TextOf(key) != null;
                string text = isText ? call.ArgumentText() : null;
                if (isText ? IsText(call, key, text) : IsNumber(call, key))
                {
                    BankCommands.Rebuild(call, profile.With(key, isText ? 0 : call.Value, text), call.Staged.BatteryCount);
                }
            }
        }

        /// <summary>Writes a value as it is set.</summary>
        public static void Write(BatteryProfile profile, ProfileKey key, TextBuffer line)
        {
            string text = profile.TextOf(key);
            if (text == null)
            {
                line.AddNumber(profile.NumberOf(key));
            }
            else
            {
                line.AddQuoted(text);
            }
        }

        // Each with its key, as they would be set.
        private static void Own(ScpiCall call)
        {
            BatteryProfile profile = call.Simulator.Bank.Profile;
            bool isAny = false;
            for (int key = 0; key < (int)ProfileKey.Count; key++)
            {
                if (profile.IsOwn((ProfileKey)key))
                {
                    isAny = true;
                    call.Answer().Add(ProfileKeys.NameOf((ProfileKey)key));
                    Write(profile, (ProfileKey)key, call.Answer());
                }
            }

            if (!isAny)
            {
                call.Answer().Add("NONE");
            }
        }

        // A number alone is in the unit that ends the key; with a suffix it is in that one, 56.8 V for 56800 mV.
        private static bool IsNumber(ScpiCall call, ProfileKey key)
        {
            string name = ProfileKeys.NameOf(key);
            ScpiUnit unit = name.IndexOf("Millivolts") > 0 ? ScpiUnit.Volt
                : name.IndexOf("Milliamps") > 0 ? ScpiUnit.Ampere
                : name.IndexOf("MilliampereHours") > 0 ? ScpiUnit.AmpereHour
                : name.IndexOf("Permille") > 0 ? ScpiUnit.Percent
                : name.IndexOf("Milliseconds") > 0 ? ScpiUnit.Second : null;
            int error = call.ParseText(ScpiUnit.None);
            error = error == ScpiError.None || unit == null ? error : call.ParseText(unit);
            int min = ProfileKeys.MinOf(key);
            int max = ProfileKeys.MaxOf(key);
            if (error == ScpiError.None && call.Value >= min && call.Value <= max)
            {
                return true;
            }

            TextBuffer detail = Refuse(call, name, error == ScpiError.None ? ScpiError.DataOutOfRange : error);
            detail.Add(" is outside ");
            detail.AddNumber(min);
            detail.Add(" to ");
            detail.AddNumber(max);
            return false;
        }

        private static bool IsText(ScpiCall call, ProfileKey key, string text)
        {
            string name = ProfileKeys.NameOf(key);
            int most = key == ProfileKey.ManufacturerName ? ProfileKeys.ManufacturerLettersMax : TextMax;
            if (text.Length == 0 || text.Length > most || text.IndexOf('"') >= 0)
            {
                TextBuffer detail = Refuse(call, name, ScpiError.TooMuchData);
                detail.Add(" is empty, has a quote in it or more characters than ");
                detail.AddNumber(most);
                return false;
            }

            int tableMax = ProfileKeys.TableMaxOf(key);
            if (tableMax > 0 && TemperatureTable.FindProblem(text, ProfileKeys.TableMinOf(key), tableMax) != null)
            {
                TextBuffer detail = Refuse(call, name, ScpiError.IllegalParameterValue);
                detail.Add(" is not 1 to 16 points, colder first, of ");
                detail.AddNumber(ProfileKeys.TableMinOf(key));
                detail.Add(" to ");
                detail.AddNumber(tableMax);
                detail.Add(" %, as 0C:50%");
                return false;
            }

            string[] choices = ProfileKeys.ChoicesOf(key);
            bool isOne = choices == null;
            for (int index = 0; !isOne && index < choices.Length; index++)
            {
                isOne = choices[index] == text;
            }

            if (!isOne)
            {
                call.Row.ParameterAt(1).Names = choices;
                TextBuffer detail = Refuse(call, name, ScpiError.IllegalParameterValue);
                detail.Add(" is none of");
                call.Row.ParameterAt(1).WriteAll(detail);
            }

            return isOne;
        }

        private static TextBuffer Refuse(ScpiCall call, string name, int error)
        {
            TextBuffer detail = call.Fail(error);
            detail.Add(name);
            detail.Add(' ');
            detail.Add(call.Text, call.TextStart, call.TextEnd);
            return detail;
        }
    }
}
