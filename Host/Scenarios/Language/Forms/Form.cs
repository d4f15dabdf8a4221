namespace BatterySim.Host.Scenarios.Language.Forms
{
    /// <summary>The forms in use, by name.</summary>
    internal static class Form
    {
        private const int Thousand = QuantityKind.Thousand;

        /// <summary>On or off.</summary>
        public static readonly ValueForm Switch = new SwitchForm();

        /// <summary>A time of at least nothing.</summary>
        public static readonly ValueForm Time = Quantity(QuantityKind.Time, 0, 31 * 86_400);

        /// <summary>A current.</summary>
        public static readonly ValueForm Amps = new QuantityForm(QuantityKind.Current);

        /// <summary>A voltage.</summary>
        public static readonly ValueForm Volts = new QuantityForm(QuantityKind.Voltage);

        /// <summary>A power.</summary>
        public static readonly ValueForm Watts = new QuantityForm(QuantityKind.Power);

        /// <summary>A share.</summary>
        public static readonly ValueForm Percent = new QuantityForm(QuantityKind.Share);

        /// <summary>A temperature.</summary>
        public static readonly ValueForm Degrees = new QuantityForm(QuantityKind.Temperature);

        /// <summary>A line of text.</summary>
        public static readonly ValueForm Text = new TextForm(4000);

        /// <summary>A frame's identifier.</summary>
        public static readonly ValueForm FrameId = new FrameIdForm();

        /// <summary>A whole number.</summary>
        public static ValueForm Count(long min, long max) => new CountForm(min, max);

        /// <summary>One of some words.</summary>
        public static ValueForm OneOf(params string[] words) => new ChoiceForm(words);

        /// <summary>One of some words, or another form.</summary>
        public static ValueForm Or(ValueForm form, params string[] words) => new EitherForm(new ChoiceForm(words), form);

        /// <summary>A number with its unit, in a range given in whole units.</summary>
        public static ValueForm Quantity(QuantityKind kind, long min, long max) => new QuantityForm(kind, min * Thousand, max * Thousand);
    }
}
